import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'

interface Props {
  readonly summary: ComponentChildren
  readonly class?: string
  /** Opens it whenever it turns true; a person can close it again. */
  readonly isOpen?: boolean
  readonly children: () => ComponentChildren
}

/** A part of a page that is drawn once it is open, and costs nothing before. */
export function Fold({ summary, class: name, isOpen = false, children }: Props) {
  const [open, setOpen] = useState(isOpen)
  useEffect(() => setOpen((before) => before || isOpen), [isOpen])
  return (
    <details class={name} open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{summary}</summary>
      {open && children()}
    </details>
  )
}
