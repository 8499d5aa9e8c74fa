import { useState } from 'preact/hooks'
import type { Subject } from '../../claims/subject'
import { Copy } from '../../ui/Copy'
import { say } from '../../ui/words'
import { sourceInWords } from '../claim-words'
import { Toggle } from '../Toggle'

/** The tokens themselves, behind a step that nobody takes by mistake. */
export function RawToken({ subject: { tokens, person } }: { readonly subject: Subject }) {
  const [isMeant, setMeant] = useState(false)
  if (!tokens.id && !tokens.access) return null
  return (
    <details class="card">
      <summary>{say('rawTitle')}</summary>
      <p>{say('rawAbout', person.name ?? say('nobodyNamed'))}</p>
      <Toggle label={say('rawMeant')} on={isMeant} turn={setMeant} />
      {isMeant && (
        <div class="actions">
          {(['id', 'access'] as const).map((source) => {
            const token = tokens[source]
            return (
              token !== undefined && (
                <span key={source} class="raw-token">
                  {sourceInWords(source)} <Copy value={token} what={sourceInWords(source)} />
                </span>
              )
            )
          })}
        </div>
      )}
    </details>
  )
}
