import { sourcePath } from '../settings/place'
import { type MessageKey, say } from '../ui/words'
import { EntryRows } from './EntryRows'
import type { EffectiveValue } from './effective'
import { usePages } from './use-pages'
import { valueInWords } from './value-words'

const sources: Readonly<Record<EffectiveValue['source'], MessageKey>> = {
  default: 'sourceDefault',
  user: 'sourceUser',
  policy: 'sourcePolicy',
}

/** Values in force and where each comes from; of hundreds of sites a page at a time. */
export function EffectiveValues({ values }: { readonly values: readonly EffectiveValue[] }) {
  const { shown, more } = usePages(values, 100)
  return (
    <>
      <table class="values-table stacked">
        <caption class="unseen">{say('effectiveCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('columnSetting')}</th>
            <th scope="col">{say('columnValue')}</th>
            <th scope="col">{say('columnSource')}</th>
          </tr>
        </thead>
        <EntryRows
          lines={shown}
          cells={(line) => (
            <>
              <td>{valueInWords(line)}</td>
              <td>{say(sources[line.source])}</td>
            </>
          )}
        />
      </table>
      {more}
    </>
  )
}

/** The same as text, a line each, for a ticket: where, value, whose. */
export const effectiveText = (values: readonly EffectiveValue[]): string =>
  values.map(({ place, value, source }) => [sourcePath(place), JSON.stringify(value), source].join('\t')).join('\n')
