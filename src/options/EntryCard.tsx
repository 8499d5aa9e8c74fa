import type { ComponentChildren } from 'preact'
import { type EntryName, keyName, sourcePath } from '../settings/place'
import { Fold } from '../ui/Fold'
import { useOptions } from '../ui/fields/use-options'
import { say } from '../ui/words'
import { Field } from './Field'
import { layouts, type SectionName } from './layout'
import { RemoveEntry } from './RemoveEntry'

interface Props {
  readonly section: SectionName
  readonly entry: EntryName
  readonly name: string
  readonly isOpen: boolean
  /** It can be removed here. */
  readonly canRemove?: boolean
  /** Stands before the fields. */
  readonly children?: ComponentChildren
}

/** A section's part of one site or provider: its essential settings, the rest in groups that open. */
export function EntryCard({ section, entry, name, isOpen, canRemove = false, children }: Props) {
  const { resolved } = useOptions()
  const { essential, groups } = layouts[section]
  const isPolicys = resolved.sources[sourcePath({ entry, path: keyName(entry.list) })] === 'policy'
  return (
    <Fold
      class="card entry"
      isOpen={isOpen}
      summary={
        <>
          <span class="entry-name">{name}</span> {name !== entry.key && <bdi class="muted">{entry.key}</bdi>}{' '}
          {isPolicys && <span class="badge quiet">{say('lockedByPolicy')}</span>}
        </>
      }
    >
      {() => (
        <>
          {children}
          <Fields entry={entry} paths={essential} />
          {groups.map(({ title, paths }) => (
            <details key={title} class="group">
              <summary>{say(title)}</summary>
              <Fields entry={entry} paths={paths} />
            </details>
          ))}
          {canRemove && !isPolicys && <RemoveEntry entry={entry} name={name} />}
        </>
      )}
    </Fold>
  )
}

const Fields = ({ entry, paths }: Pick<Props, 'entry'> & { readonly paths: readonly string[] }) => (
  <div class="fields">
    {paths.map((path) => (
      <Field key={path} place={{ entry, path }} />
    ))}
  </div>
)
