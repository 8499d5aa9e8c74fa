import { placeInWords } from '../ui/complaint-words'
import { type MessageKey, say } from '../ui/words'
import { type EffectiveValue, effectiveValues } from './effective'
import { sourcePath } from './place'
import { useOptions } from './use-options'
import { valueInWords } from './value-words'

/** What policy has set, and every value in force with where it comes from. */
export function PolicySection() {
  const { resolved } = useOptions()
  const hasPolicy = Object.values(resolved.sources).includes('policy')
  const values = effectiveValues(resolved)
  return (
    <section id="policy" aria-labelledby="policy-title">
      <h2 id="policy-title">{say('policyTitle')}</h2>
      <div class="card">
        <p>{say(hasPolicy ? 'policySome' : 'policyNone')}</p>
        {hasPolicy && <Values values={values.filter(({ source }) => source === 'policy')} />}
        <details>
          <summary>{say('effectiveSummary')}</summary>
          <Values values={values} />
        </details>
      </div>
    </section>
  )
}

const sources: Readonly<Record<EffectiveValue['source'], MessageKey>> = {
  default: 'sourceDefault',
  user: 'sourceUser',
  policy: 'sourcePolicy',
}

const Values = ({ values }: { readonly values: readonly EffectiveValue[] }) => (
  <table class="values-table">
    <caption class="unseen">{say('effectiveCaption')}</caption>
    <thead>
      <tr>
        <th scope="col">{say('columnSetting')}</th>
        <th scope="col">{say('columnValue')}</th>
        <th scope="col">{say('columnSource')}</th>
      </tr>
    </thead>
    <tbody>
      {values.map((line) => (
        <tr key={sourcePath(line.place)}>
          <th scope="row">{placeInWords(sourcePath(line.place))}</th>
          <td>{valueInWords(line)}</td>
          <td>{say(sources[line.source])}</td>
        </tr>
      ))}
    </tbody>
  </table>
)
