import type { ComponentChildren } from 'preact'
import { listsAreLocked } from '../settings/lists-are-locked'
import type { ListName } from '../settings/place'
import { useOptions } from '../ui/fields/use-options'
import { say } from '../ui/words'

interface Props {
  readonly list: ListName
  readonly title: string
  readonly about: string
  /** What to say while there is no entry; nothing where there is one. */
  readonly empty: string
  readonly form: ComponentChildren
  readonly children: ComponentChildren
}

/** A list of entries with the line that adds one, unless policy has closed the list. */
export function ListSection({ list, title, about, empty, form, children }: Props) {
  const { resolved } = useOptions()
  const isClosed = listsAreLocked(resolved)
  return (
    <section id={list} aria-labelledby={`${list}-title`}>
      <h2 id={`${list}-title`} tabIndex={-1}>
        {title}
      </h2>
      <p class="muted">{about}</p>
      {children}
      {empty && !isClosed && <p class="empty">{empty}</p>}
      {isClosed ? <p class="muted">{say('listsLocked')}</p> : form}
    </section>
  )
}
