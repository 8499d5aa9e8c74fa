import { ChecksTable } from '../ui/ChecksTable'
import { Notice } from '../ui/Notice'
import { VerifiedBadge } from '../ui/VerifiedBadge'
import { say } from '../ui/words'
import { useBench } from './bench'
import { Nobody } from './Nobody'
import { Verified } from './paste/PastedState'
import { TokenHeaders } from './TokenHeaders'

/** Every check that the ID token of the person at hand went through. */
export function ChecksSection() {
  const { subject } = useBench()
  if (!subject) return <Nobody />
  const { verification, from, tokens } = subject
  if (!verification)
    return (
      <>
        {from === 'pasted' ? <Verified /> : <Notice tone="quiet">{say('checksNone')}</Notice>}
        <TokenHeaders tokens={tokens} />
      </>
    )
  return (
    <div class="card">
      <p>
        <VerifiedBadge verified={verification.verified} /> {from === 'kept' && say('checksThen')}
      </p>
      {from === 'pasted' && <p class="muted">{say('checksPasted')}</p>}
      <TokenHeaders tokens={tokens} />
      <ChecksTable verification={verification} open />
    </div>
  )
}
