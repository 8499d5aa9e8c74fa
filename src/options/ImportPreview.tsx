import { keyName } from '../settings/place'
import { resolve } from '../settings/resolve'
import { useOptions } from '../ui/fields/use-options'
import { Notice } from '../ui/Notice'
import { say } from '../ui/words'
import { ComplaintList } from './Complaints'
import { EntryRows } from './EntryRows'
import { Remarks } from './Remarks'
import { type Difference, differences, type Imported, isOverruled } from './transfer'
import { usePages } from './use-pages'
import { valueInWords } from './value-words'

interface Props {
  readonly imported: Imported
  /** The person's own settings now. */
  readonly stored: unknown
  readonly take: (settings: object) => void
  readonly leave: () => void
}

/** What an import would change, before it does; or why there is nothing to import. */
export function ImportPreview({ imported, stored, take, leave }: Props) {
  const { resolved } = useOptions()
  if ('refused' in imported) return <Notice tone="bad" title={say('importRefused')} children={<p>{refusalInWords(imported)}</p>} />
  if ('complaints' in imported) {
    return (
      <Notice tone="bad" title={say('importRefused')}>
        <p>{say('importComplaints')}</p>
        <ComplaintList complaints={imported.complaints} />
      </Notice>
    )
  }
  const changes = differences(stored, imported.settings)
  if (changes.length === 0) return <Notice tone="quiet" title={say('importSame')} />
  const overruled = new Set(changes.filter((change) => isOverruled(change, resolved)))
  return (
    <div class="notice quiet" ref={focus} tabIndex={-1}>
      <p class="notice-title">{say('importPreview', String(changes.length))}</p>
      <p>{say('importReplaces')}</p>
      {overruled.size > 0 && <p>{say('importOverruled', String(overruled.size))}</p>}
      <Differences changes={changes} overruled={overruled} />
      <Remarks settings={resolve(imported.settings, undefined).settings} />
      <div class="actions">
        <button type="button" class="primary" onClick={() => take(imported.settings)}>
          {say('importTake')}
        </button>
        <button type="button" onClick={leave}>
          {say('importLeave')}
        </button>
      </div>
    </div>
  )
}

const refusals = {
  'too-large': 'importTooLarge',
  'not-unicode': 'importNotUnicode',
  'not-json': 'importNotJson',
  'not-settings': 'importNotSettings',
} as const

const refusalInWords = (imported: Extract<Imported, { refused: string }>): string =>
  'line' in imported && imported.line !== undefined ? say('importNotJsonAt', String(imported.line)) : say(refusals[imported.refused])

interface DifferencesProps {
  readonly changes: readonly Difference[]
  /** Those of them that count for nothing while policy is in force. */
  readonly overruled: ReadonlySet<Difference>
}

function Differences({ changes, overruled }: DifferencesProps) {
  const { shown, more } = usePages(changes, 100)
  return (
    <>
      <table class="values-table differences stacked">
        <caption class="unseen">{say('importCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('columnSetting')}</th>
            <th scope="col">{say('columnBefore')}</th>
            <th scope="col">{say('columnAfter')}</th>
          </tr>
        </thead>
        <EntryRows
          lines={shown}
          mark={markOf}
          cells={(change) => (
            <>
              <td>
                <Value of={change} is="before" />
              </td>
              <td>
                <Value of={change} is="after" />
                {overruled.has(change) && (
                  <>
                    {' '}
                    <span class="badge quiet">{say('importOverruledOne')}</span>
                  </>
                )}
              </td>
            </>
          )}
        />
      </table>
      {more}
    </>
  )
}

function Value({ of: { place, ...values }, is }: { readonly of: Difference; readonly is: 'before' | 'after' }) {
  const value = values[is]
  if (value === undefined) return <span class="muted">–</span>
  const words = valueInWords({ place, value })
  return is === 'before' ? <del>{words}</del> : <ins>{words}</ins>
}

/** Whether an entry comes or goes as a whole: then the value that tells it apart does. */
function markOf(changes: readonly Difference[]): string {
  const key = changes.find(({ place }) => place.entry && place.path === keyName(place.entry.list))
  return key ? say(key.before === undefined ? 'entryComes' : 'entryGoes') : ''
}

/** It stands below what was pressed, and is to be read. */
const focus = (notice: HTMLElement | null) => notice?.focus()
