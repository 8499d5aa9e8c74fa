import { useCallback, useMemo, useState } from 'preact/hooks'
import type { Entry } from '../../claims/entries'
import type { Finding } from '../../claims/findings/finding'
import { spokenLanguage } from '../../platform/language'
import { useGradually } from '../../ui/use-gradually'
import { useRows } from '../../ui/use-rows'
import { say } from '../../ui/words'
import { EntryRow } from './EntryRow'

interface Props {
  readonly entries: readonly Entry[]
  readonly findings: readonly Finding[]
  /** Name of the SSO app in whose spelling they are. */
  readonly app?: string
  readonly mayCopy: boolean
  /** Seconds since the epoch. */
  readonly now: number
}

const none: readonly Finding[] = []

/** The claims, one a row, each opening to all that is known of it. Arrow keys go from row to row; Tab stops at one row only. */
export function EntriesTable({ entries, findings, app, mayCopy, now }: Props) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const toggle = useCallback((name: string) => setOpen((names) => toggled(names, name)), [])
  const shown = useGradually(entries)
  const { current, rows } = useRows(shown.map(({ name }) => name))
  const byClaim = useMemo(() => grouped(findings), [findings])
  return (
    <table class="entries stacked">
      <caption>{app ? say('claimsCaption', app) : say('claimsCaptionPlain')}</caption>
      <thead class="unseen">
        <tr>
          <th scope="col">{say('claimName')}</th>
          <th scope="col">{say('claimValue')}</th>
        </tr>
      </thead>
      <tbody {...rows}>
        {shown.map((entry) => (
          <EntryRow
            key={entry.name}
            entry={entry}
            findings={byClaim.get(entry.claim) ?? none}
            isOpen={open.has(entry.name)}
            isCurrent={entry.name === current}
            mayCopy={mayCopy}
            now={now}
            language={spokenLanguage()}
            toggle={toggle}
          />
        ))}
      </tbody>
    </table>
  )
}

function grouped(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const byClaim = new Map<string, readonly Finding[]>()
  for (const finding of findings) byClaim.set(finding.claim ?? '', [...(byClaim.get(finding.claim ?? '') ?? []), finding])
  return byClaim
}

function toggled(names: ReadonlySet<string>, name: string): ReadonlySet<string> {
  const next = new Set(names)
  if (!next.delete(name)) next.add(name)
  return next
}
