import type { Taken, Verdict } from '../../mapping/verdict'
import { say } from '../../ui/words'
import { profileInWords, takenInWords } from './verdict-words'

/** User name, address and name, each with where it came from, and how the account was looked for. */
export const Account = ({ verdict }: { readonly verdict: Verdict }) => (
  <>
    <dl class="account">
      <Value label={say('verdictUsername')} taken={verdict.username} />
      <Value label={say('verdictEmail')} taken={verdict.email} />
      <Value label={say('verdictName')} taken={verdict.name} />
      {verdict.outcome !== 'refused' && (
        <div>
          <dt>{say('verdictProfile')}</dt>
          <dd>{profileInWords(verdict)}</dd>
        </div>
      )}
    </dl>
    {verdict.lookup.value !== '' && (
      <p class="muted">
        {say(verdict.lookup.by === 'email' ? 'verdictFoundByEmail' : 'verdictFoundByUsername', verdict.lookup.value)}
        <br />
        {verdict.lookup.isKnown && say('verdictAccountKnown')}
      </p>
    )}
  </>
)

const Value = ({ label, taken }: { readonly label: string; readonly taken: Taken }) => (
  <div>
    <dt>{label}</dt>
    <dd>
      {taken.value !== '' && <code>{taken.value}</code>} <small>{takenInWords(taken)}</small>
    </dd>
  </div>
)
