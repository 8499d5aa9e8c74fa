import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

interface Props {
  /** What can be looked for; stands in the empty field. */
  readonly label: string
  readonly wanted: string
  readonly want: (text: string) => void
  /** What was found. */
  readonly children?: ComponentChildren
}

/** A field in which a person looks for something while they type. */
export function SearchBox({ label, wanted, want, children }: Props) {
  const id = useId()
  return (
    <search class="search">
      <label class="unseen" for={id}>
        {label}
      </label>
      <input id={id} type="search" placeholder={label} value={wanted} onInput={({ currentTarget }) => want(currentTarget.value)} />
      {children}
    </search>
  )
}
