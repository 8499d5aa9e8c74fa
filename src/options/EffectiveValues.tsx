import { useState } from 'preact/hooks'
import { sourcePath } from '../settings/place'
import { placeInWords } from '../ui/complaint-words'
import { type MessageKey, say } from '../ui/words'
import type { EffectiveValue } from './effective'
import { valueInWords } from './value-words'

const sources: Readonly<Record<EffectiveValue['source'], MessageKey>> = {
  default: 'sourceDefault',
  user: 'sourceUser',
  policy: 'sourcePolicy',
}

/** So many rows are shown at first, and with every further click. */
const page = 100

/** Values in force and where each comes from; of hundreds of sites a page at a time. */
export function EffectiveValues({ values }: { readonly values: readonly EffectiveValue[] }) {
  const [shown, setShown] = useState(page)
  const rest = values.length - shown
  return (
    <>
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
          {values.slice(0, shown).map((line) => (
            <tr key={sourcePath(line.place)}>
              <th scope="row">{placeInWords(sourcePath(line.place))}</th>
              <td>{valueInWords(line)}</td>
              <td>{say(sources[line.source])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && (
        <p class="actions">
          <button type="button" onClick={() => setShown(shown + page)}>
            {say('effectiveMore', String(rest))}
          </button>
        </p>
      )}
    </>
  )
}

/** The same as text, a line each, for a ticket: where, value, whose. */
export const effectiveText = (values: readonly EffectiveValue[]): string =>
  values.map(({ place, value, source }) => [sourcePath(place), JSON.stringify(value), source].join('\t')).join('\n')
