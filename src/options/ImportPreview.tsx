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
  const overruled = changes.filter((change) => isOverruled(change, resolved)).length
  return (
    <div class="notice quiet" ref={focus} tabIndex={-1}>
      <p class="notice-title">{say('importPreview', String(changes.length))}</p>
      <p>{say('importReplaces')}</p>
      {overruled > 0 && <p>{say('importOverruled', String(overruled))}</p>}
      <Differences changes={changes} />
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

function Differences({ changes }: { readonly changes: readonly Difference[] }) {
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
          cells={({ place, before, after }) => (
            <>
              <td>{before === undefined ? <span class="muted">–</span> : <del>{valueInWords({ place, value: before })}</del>}</td>
              <td>{after === undefined ? <span class="muted">–</span> : <ins>{valueInWords({ place, value: after })}</ins>}</td>
            </>
          )}
        />
      </table>
      {more}
    </>
  )
}

/** Whether an entry comes or goes as a whole: then the value that tells it apart does. */
function markOf(changes: readonly Difference[]): string {
  const key = changes.find(({ place }) => place.entry && place.path === keyName(place.entry.list))
  return key ? say(key.before === undefined ? 'entryComes' : 'entryGoes') : ''
}

/** It stands below what was pressed, and is to be read. */
const focus = (notice: HTMLElement | null) => notice?.focus()
