import type { ComponentChildren } from 'preact'

interface Props {
  readonly tone: 'quiet' | 'warning' | 'bad'
  readonly title?: string
  readonly children?: ComponentChildren
}

/** Something that a person should not overlook. */
export const Notice = ({ tone, title, children }: Props) => (
  <div class={`notice ${tone}`} role={tone === 'bad' ? 'alert' : undefined}>
    {title && <p class="notice-title">{title}</p>}
    {children}
  </div>
)
