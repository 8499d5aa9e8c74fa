import type { ComponentChildren } from 'preact'

interface Props {
  readonly tone: 'quiet' | 'warning' | 'bad'
  readonly title?: string
  readonly children?: ComponentChildren
}

/** What a screen reader says unasked, at once or when it is done with its sentence. */
const roles = { quiet: 'status', warning: undefined, bad: 'alert' } as const

/** Something that a person should not overlook. */
export const Notice = ({ tone, title, children }: Props) => (
  <div class={`notice ${tone}`} role={roles[tone]}>
    {title && <p class="notice-title">{title}</p>}
    {children}
  </div>
)
