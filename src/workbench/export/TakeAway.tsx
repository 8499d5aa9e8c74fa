import { useEffect, useState } from 'preact/hooks'
import { Copy } from '../../ui/Copy'
import { say } from '../../ui/words'

interface Props {
  readonly text: string
  /** Of the file that it is saved as. */
  readonly name: string
}

/** A text as it will be carried away, to be read before it is copied or saved. */
export function TakeAway({ text, name }: Props) {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [text])
  return (
    <>
      <div class="actions">
        <Copy value={text} what={say('exportText')} />
        {address && (
          <a class="button" href={address} download={name}>
            {say('exportSave')}
          </a>
        )}
      </div>
      <textarea class="preview" readOnly rows={18} spellcheck={false} aria-label={say('exportPreview')} value={text} />
    </>
  )
}
