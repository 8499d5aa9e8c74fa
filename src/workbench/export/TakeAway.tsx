import { Copy } from '../../ui/Copy'
import { saveFile } from '../../ui/save-file'
import { say } from '../../ui/words'

interface Props {
  readonly text: string
  /** Of the file that it is saved as. */
  readonly name: string
}

/** A text as it will be carried away, to be read before it is copied or saved. */
export const TakeAway = ({ text, name }: Props) => (
  <>
    <div class="actions">
      <Copy value={text} what={say('exportText')} />
      <button type="button" onClick={() => saveFile(name, text)}>
        {say('exportSave')}
      </button>
    </div>
    <textarea class="preview" readOnly rows={18} spellcheck={false} aria-label={say('exportPreview')} value={text} />
  </>
)
