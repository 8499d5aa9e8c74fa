import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

interface Props {
  readonly label: string
  readonly on: boolean
  readonly turn: (on: boolean) => void
  /** What is said beside it. */
  readonly children?: ComponentChildren
}

/** A switch with its words in a line. */
export function Toggle({ label, on, turn, children }: Props) {
  const id = useId()
  return (
    <div class="toggle-line">
      <input type="checkbox" id={id} checked={on} onChange={() => turn(!on)} />
      <label for={id}>{label}</label>
      {children}
    </div>
  )
}
