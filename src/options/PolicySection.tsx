import { Copy } from '../ui/Copy'
import { Fold } from '../ui/Fold'
import { useOptions } from '../ui/fields/use-options'
import { say } from '../ui/words'
import { EffectiveValues, effectiveText } from './EffectiveValues'
import { effectiveValues } from './effective'
import { MakePolicy } from './MakePolicy'

/** What policy has set, every value in force with where it comes from, and how to make it all into policy. */
export function PolicySection() {
  const { resolved } = useOptions()
  const hasPolicy = Object.values(resolved.sources).includes('policy')
  return (
    <section id="policy" aria-labelledby="policy-title">
      <h2 id="policy-title">{say('policyTitle')}</h2>
      <div class="card">
        <p>{say(hasPolicy ? 'policySome' : 'policyNone')}</p>
        {hasPolicy && <EffectiveValues values={effectiveValues(resolved).filter(({ source }) => source === 'policy')} />}
        <Fold summary={say('effectiveSummary')}>{() => <Everything values={effectiveValues(resolved)} />}</Fold>
      </div>
      <MakePolicy />
    </section>
  )
}

const Everything = ({ values }: { readonly values: ReturnType<typeof effectiveValues> }) => (
  <>
    <EffectiveValues values={values} />
    <p class="actions">
      <Copy value={effectiveText(values)} what={say('effectiveWhat')} />
    </p>
  </>
)
