import { useId, useState } from 'preact/hooks'
import type { ComplaintCode } from '../settings/kinds'
import { complaintInWords } from '../ui/complaint-words'

/** What was typed, as the key of an entry. */
export type Judged = { readonly key: string } | { readonly wrong: ComplaintCode }

interface Props {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly placeholder: string
  readonly button: string
  readonly initial: string
  readonly judge: (typed: string) => Judged
  readonly taken: readonly string[]
  /** `typed` is what the key was made of. */
  readonly add: (key: string, typed: string) => void
  /** What is understood of something that was pasted, in words; undefined where there is nothing to say. */
  readonly remark?: (typed: string) => string | undefined
}

/** One line by which an entry is added to a list, judged as it is typed. */
export function AddEntry({ id, label, hint, placeholder, button, initial, judge, taken, add, remark }: Props) {
  const [typed, setTyped] = useState(initial)
  const [isTried, setTried] = useState(false)
  const help = useId()
  const found = judge(typed)
  const judged: Judged = 'key' in found && taken.includes(found.key) ? { wrong: 'in-the-list' } : found
  const wrong = 'wrong' in judged && (typed !== '' || isTried) ? judged.wrong : undefined
  const submit = (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (!('key' in judged)) return
    add(judged.key, typed)
    setTyped('')
    setTried(false)
  }
  return (
    <form class="add" onSubmit={submit} noValidate>
      <label for={id}>{label}</label>
      <div class="add-line">
        <input
          id={id}
          value={typed}
          placeholder={placeholder}
          spellcheck={false}
          autocomplete="off"
          aria-invalid={wrong !== undefined}
          aria-describedby={`${help}-hint ${help}-wrong`}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" class="primary">
          {button}
        </button>
      </div>
      <p class="help" id={`${help}-hint`}>
        {hint}
      </p>
      <p class="wrong" id={`${help}-wrong`} aria-live="polite">
        {wrong && complaintInWords(wrong)}
      </p>
      <p class="understood" role="status">
        {remark?.(typed)}
      </p>
    </form>
  )
}
