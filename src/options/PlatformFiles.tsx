import type { Excess } from '../rollout/limits'
import type { RolloutFile } from '../rollout/plan'
import { Copy } from '../ui/Copy'
import { Notice } from '../ui/Notice'
import { saveFile } from '../ui/save-file'
import { keyOf, say } from '../ui/words'

interface Props {
  readonly title: string
  /** Where the files go. */
  readonly about: string
  readonly files: readonly RolloutFile[]
  /** What of them the platform says to be too long. */
  readonly excesses: readonly Excess[]
}

/** One platform's files, to save or to copy. */
export const PlatformFiles = ({ title, about, files, excesses }: Props) => (
  <details class="group">
    <summary>{title}</summary>
    <p class="help">{about}</p>
    {excesses.map(({ code, size }) => (
      <Notice key={code} tone="warning">
        {say(keyOf('excess', code), new Intl.NumberFormat(say('languageTag')).format(size))}
      </Notice>
    ))}
    <ul class="files">
      {files.map(({ name, content }) => (
        <li key={name}>
          <code>{name}</code>
          <span class="actions">
            <button type="button" aria-label={say('saveThis', name)} onClick={() => saveFile(name, content)}>
              {say('save')}
            </button>
            <Copy value={content} what={name} />
          </span>
        </li>
      ))}
    </ul>
  </details>
)
