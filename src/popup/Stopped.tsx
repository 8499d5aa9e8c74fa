import { useEffect, useState } from 'preact/hooks'
import { type Cause, causesOf, type ReturnedPage } from '../login-page/causes'
import { lookAtReturned } from '../platform/returned-page'
import { Fold } from '../ui/Fold'
import { say } from '../ui/words'

interface Props {
  readonly tabId: number
  readonly baseUrl: string
}

/** Why SSO may have led back to the login page in front: the likeliest cause with what to do about it, the others on request. */
export function Stopped({ tabId, baseUrl }: Props) {
  const [page, see] = useState<ReturnedPage>()
  useEffect(() => void lookAtReturned(tabId).then(see), [tabId])
  if (!page) return null
  const [likely, ...others] = causesOf(page, baseUrl)
  return (
    <>
      <p>{say('stoppedLikely', inWords(likely))}</p>
      {others.length > 0 && (
        <Fold class="stopped" summary={say('stoppedOthers')}>
          {() => (
            <ul>
              {others.map((cause) => (
                <li key={cause.code}>{inWords(cause)}</li>
              ))}
            </ul>
          )}
        </Fold>
      )}
    </>
  )
}

function inWords(cause: Cause): string {
  if (cause.code === 'address') return say('stoppedAddress', cause.address)
  return say(words[cause.code])
}

const words = {
  cookies: 'stoppedCookies',
  account: 'stoppedAccount',
  app: 'stoppedApp',
  sessions: 'stoppedSessions',
} as const
