import { useId, useState } from 'preact/hooks'
import { type Pasted, tokensIn } from '../../session/tokens-in'
import { keyOf, say } from '../../ui/words'
import { useBench } from '../bench'
import { PastedState } from './PastedState'

/** Takes a token that somebody pasted. It is read at once, and the field is emptied: the token is in nobody's way, and on no picture. */
export function PasteSection() {
  const { pasting, choose } = useBench()
  const [wrong, setWrong] = useState<Exclude<Extract<Pasted, { wrong: string }>['wrong'], 'nothing'>>()
  const id = useId()
  const take = (field: HTMLTextAreaElement) => {
    const found = tokensIn(field.value)
    if ('wrong' in found) return setWrong(found.wrong === 'nothing' ? undefined : found.wrong)
    field.value = ''
    setWrong(undefined)
    pasting.paste(found)
    choose('pasted')
  }
  return (
    <>
      <div class="card">
        <label for={id}>{say('pasteLabel')}</label>
        {/* A spelling checker may send what it checks to a server. */}
        <textarea
          id={id}
          rows={5}
          spellcheck={false}
          autocomplete="off"
          aria-describedby={`${id}-about ${id}-wrong`}
          aria-invalid={wrong !== undefined}
          onInput={({ currentTarget }) => take(currentTarget)}
        />
        <p class="muted" id={`${id}-about`}>
          {say('pasteAbout')}
        </p>
        <p class="wrong" id={`${id}-wrong`} role="alert">
          {wrong && say(keyOf('paste', wrong))}
        </p>
      </div>
      <PastedState />
    </>
  )
}
