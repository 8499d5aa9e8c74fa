import type { RolloutFile } from '../rollout/plan'
import { Copy } from '../ui/Copy'
import { saveFile } from '../ui/save-file'
import { say } from '../ui/words'

interface Props {
  readonly title: string
  /** Where the files go. */
  readonly about: string
  readonly files: readonly RolloutFile[]
}

/** One platform's files, to save or to copy. */
export const PlatformFiles = ({ title, about, files }: Props) => (
  <details class="group">
    <summary>{title}</summary>
    <p class="help">{about}</p>
    <ul class="files">
      {files.map(({ name, content }) => (
        <li key={name}>
          <code>{name}</code>
          <button type="button" aria-label={say('saveThis', name)} onClick={() => saveFile(name, content)}>
            {say('save')}
          </button>
          <Copy value={content} what={name} />
        </li>
      ))}
    </ul>
  </details>
)
