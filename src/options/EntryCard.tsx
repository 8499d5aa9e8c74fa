import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { say } from '../ui/words'
import { Field } from './Field'
import { layouts } from './layout'
import { type EntryName, keyName, sourcePath } from './place'
import { RemoveEntry } from './RemoveEntry'
import { useOptions } from './use-options'

interface Props {
  readonly entry: EntryName
  readonly name: string
  /** Keys of the list's other entries. */
  readonly others: readonly string[]
  readonly isOpen: boolean
  /** Stands before the fields. */
  readonly children?: ComponentChildren
}

/** One site or provider: its essential settings, the rest in groups that open, and the way to remove it. */
export function EntryCard({ entry, name, others, isOpen, children }: Props) {
  const { resolved } = useOptions()
  const [open, setOpen] = useState(isOpen)
  const { essential, groups } = layouts[entry.list]
  const isPolicys = resolved.sources[sourcePath({ entry, path: keyName(entry.list) })] === 'policy'
  return (
    <details class="card entry" open={open} onToggle={(event) => event.target === event.currentTarget && setOpen(event.currentTarget.open)}>
      <summary>
        <span class="entry-name">{name}</span> {name !== entry.key && <span class="muted">{entry.key}</span>}{' '}
        {isPolicys && <span class="badge quiet">{say('lockedByPolicy')}</span>}
      </summary>
      {open && (
        <>
          {children}
          <Fields entry={entry} paths={essential} others={others} />
          {groups.map(({ title, paths }) => (
            <details key={title} class="group">
              <summary>{say(title)}</summary>
              <Fields entry={entry} paths={paths} others={others} />
            </details>
          ))}
          {!isPolicys && <RemoveEntry entry={entry} name={name} />}
        </>
      )}
    </details>
  )
}

function Fields({ entry, paths, others }: Pick<Props, 'entry' | 'others'> & { readonly paths: readonly string[] }) {
  const { settings } = useOptions().resolved
  return (
    <div class="fields">
      {paths.map((path) => (
        <Field
          key={path}
          place={{ entry, path }}
          {...(path === keyName(entry.list) && { taken: others })}
          {...(path === 'provider' && { suggestions: settings.providers.map(({ id }) => id) })}
        />
      ))}
    </div>
  )
}
