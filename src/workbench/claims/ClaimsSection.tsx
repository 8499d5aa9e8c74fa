import { useMemo, useState } from 'preact/hooks'
import { plainDialect } from '../../claims/dialect'
import { entriesOf } from '../../claims/entries'
import type { Subject } from '../../claims/subject'
import { Validity } from '../../ui/Validity'
import { say } from '../../ui/words'
import { useBench } from '../bench'
import { Nobody } from '../Nobody'
import { useFindings } from '../use-findings'
import { EntriesTable } from './EntriesTable'
import { FindingsList } from './FindingsList'
import { Sieves } from './Sieves'
import { openSieve, sift } from './sift'

/** The claims of the person at hand, in the spelling of the site's SSO app, and what is wrong with them. */
export function ClaimsSection() {
  const { subject } = useBench()
  return subject ? <Claims subject={subject} /> : <Nobody />
}

function Claims({ subject }: { readonly subject: Subject }) {
  const { shelf, app, now } = useBench()
  const [sieve, setSieve] = useState(openSieve)
  const entries = useMemo(() => entriesOf(subject.sources, app?.dialect ?? plainDialect), [subject, app?.id])
  const there = useMemo(() => new Set(entries.map(({ claim }) => claim)), [entries])
  const findings = useFindings(subject)
  const shown = useMemo(() => sift(entries, findings, sieve), [entries, findings, sieve])
  return (
    <>
      <Validity verified={subject.verification?.verified === true} until={subject.until} now={now} />
      <FindingsList findings={findings} there={there} show={(claim) => setSieve({ ...openSieve, wanted: claim })} />
      <Sieves sieve={sieve} set={setSieve} counts={[shown.length, entries.length]} />
      <EntriesTable
        entries={shown}
        findings={findings}
        mayCopy={shelf.resolved.settings.features.export}
        now={now}
        {...(app && { app: app.name })}
      />
      {shown.length === 0 && <p class="muted">{say('claimsNone')}</p>}
      {subject.from === 'session' && <p class="muted note">{say('sameScopes')}</p>}
    </>
  )
}
