import { useMemo } from 'preact/hooks'
import { plainDialect } from '../../claims/dialect'
import { asExactJson } from '../../claims/exact-json'
import { isOfTimes } from '../../claims/findings/lifetime'
import { rowsOf } from '../../claims/rows'
import type { Subject } from '../../claims/subject'
import { ClaimsTable } from '../../ui/ClaimsTable'
import { listOf } from '../../ui/list-words'
import { Notice } from '../../ui/Notice'
import { ProblemNotice } from '../../ui/ProblemNotice'
import { VerifiedBadge } from '../../ui/VerifiedBadge'
import { say } from '../../ui/words'
import { useBench } from '../bench'
import { sourceInWords } from '../claim-words'
import { FindingCard } from '../claims/FindingCard'
import { TokenHeaders } from '../TokenHeaders'
import { useFindings } from '../use-findings'

/** What was pasted, whether it is verified, and the ways on. */
export function PastedState() {
  const { pasting } = useBench()
  const { pasted, forget } = pasting
  if (!pasted) return null
  const client = pasted.sources.id?.['aud'] ?? pasted.sources.access?.['client_id']
  const sources = Object.keys(pasted.sources).map(sourceInWords)
  return (
    <section class="card" aria-labelledby="pasted-title">
      <h3 id="pasted-title">{say('pastedTitle', pasted.person.name ?? say('nobodyNamed'), listOf(sources))}</h3>
      {typeof client === 'string' && <p>{say('pastedFor', client)}</p>}
      <TokenHeaders tokens={pasted.tokens} />
      <Verified />
      <ItsTimes pasted={pasted} />
      <div class="actions">
        <a class="button" href="#claims">
          {say('benchClaims')}
        </a>
        <button type="button" onClick={forget}>
          {say('pastedForget')}
        </button>
      </div>
      <Decoded pasted={pasted} />
    </section>
  )
}

/** Whether the token is in force, since most that are pasted are not any more. */
const ItsTimes = ({ pasted }: { readonly pasted: Subject }) =>
  useFindings(pasted)
    .filter(isOfTimes)
    .map((finding) => <FindingCard key={finding.code} finding={finding} />)

/** What the token says, at a glance: what else is wrong with it stands with all claims. */
function Decoded({ pasted: { sources } }: { readonly pasted: Subject }) {
  const { app, now, shelf } = useBench()
  const claims = sources.id ?? sources.access ?? {}
  const rows = useMemo(() => rowsOf(claims, app?.dialect ?? plainDialect, asExactJson), [claims, app?.id])
  return <ClaimsTable rows={rows} app={app?.name} mayCopy={shelf.resolved.settings.features.export} now={now} />
}

/** Whether the token is genuine, as far as anybody can be asked. */
export function Verified() {
  const { pasting } = useBench()
  const { voucher, verifying, verify } = pasting
  const again = (
    <button type="button" onClick={verify}>
      {say('tryAgain')}
    </button>
  )
  if (verifying?.phase === 'asking') return <p role="status">{say('pastedAsking')}</p>
  if (verifying?.phase === 'failed') return <ProblemNotice problem={verifying.problem}>{again}</ProblemNotice>
  if (verifying?.phase === 'done') {
    const { verified } = verifying.verification
    return (
      <p role="status">
        <VerifiedBadge verified={verified} /> <a href="#checks">{say('benchChecks')}</a>
      </p>
    )
  }
  if (voucher?.kind !== 'reachable') return <Notice tone="warning">{say('pastedUnknown', voucher?.issuer || '–')}</Notice>
  return (
    <Notice tone="warning">
      <p>{say('pastedReachable', voucher.issuer)}</p>
      <div class="actions">
        <button type="button" onClick={verify}>
          {say('pastedVerify')}
        </button>
      </div>
    </Notice>
  )
}
