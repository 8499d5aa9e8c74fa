import type { TargetedEvent } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { readUserSettings } from '../platform/settings-store'
import { prettyJson } from '../rollout/text'
import { useOptions } from '../ui/fields/use-options'
import { saveFile } from '../ui/save-file'
import { say } from '../ui/words'
import { ImportPreview } from './ImportPreview'
import { ResetAll } from './ResetAll'
import { exportable, type Imported, importedFrom } from './transfer'

/** Taking one's own settings elsewhere, bringing them here, and starting anew. */
export function BackupSection() {
  const { change } = useOptions()
  const [preview, setPreview] = useState<{ readonly imported: Imported; readonly stored: unknown }>()
  const input = useRef<HTMLInputElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const open = async ({ currentTarget }: TargetedEvent<HTMLInputElement>) => {
    const [file] = currentTarget.files ?? []
    if (file) setPreview({ imported: await importedFrom(file), stored: await readUserSettings() })
    currentTarget.value = '' // the same file may be chosen again once it is mended
  }
  // What was pressed goes with the preview.
  const leave = () => {
    heading.current?.focus()
    setPreview(undefined)
  }
  const take = (settings: object) => {
    leave()
    void change(
      () => say('imported'),
      () => settings,
    )
  }
  return (
    <section id="backup" aria-labelledby="backup-title">
      <h2 id="backup-title" ref={heading} tabIndex={-1}>
        {say('backupTitle')}
      </h2>
      <div class="card">
        <p>{say('backupAbout')}</p>
        <div class="actions">
          <button type="button" onClick={save}>
            {say('exportButton')}
          </button>
          <button type="button" onClick={() => input.current?.click()}>
            {say('importButton')}
          </button>
          <input ref={input} type="file" accept=".json,application/json" hidden onChange={open} />
          <ResetAll done={() => heading.current?.focus()} />
        </div>
        {preview && <ImportPreview {...preview} take={take} leave={leave} />}
      </div>
    </section>
  )
}

/** Hands the person's own settings to the browser as a file to keep. */
const save = async (): Promise<void> => saveFile('latchkey-settings.json', prettyJson(exportable(await readUserSettings())))
