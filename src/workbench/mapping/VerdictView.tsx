import type { MappingInput } from '../../mapping/semantics'
import type { Verdict } from '../../mapping/verdict'
import { Notice } from '../../ui/Notice'
import { say } from '../../ui/words'
import { Account } from './Account'
import { AskDirectory } from './AskDirectory'
import { cautionInWords } from './caution-words'
import type { Part } from './MappingOf'
import { Memberships } from './Memberships'
import { ReceivedGroups } from './ReceivedGroups'
import { refusalInWords } from './refusal-words'
import { outcomeInWords } from './verdict-words'

interface Props extends Part {
  readonly verdict: Verdict | undefined
  /** A newer verdict is on its way. */
  readonly isBusy: boolean
  readonly assume: MappingInput['assume']
  readonly setAssume: (assume: MappingInput['assume']) => void
  /** A click makes a rule of a group of the token. */
  readonly canMakeRules: boolean
}

/** Who the person becomes, in which groups, why, and what to watch. */
export function VerdictView(props: Props) {
  const { verdict, isBusy, assume, setAssume } = props
  return (
    <section class="verdict card" aria-labelledby="mapping-verdict" aria-busy={isBusy}>
      <h3 id="mapping-verdict">{say('verdictTitle')}</h3>
      {verdict ? <Told {...props} verdict={verdict} /> : <p class="muted">{say('judging')}</p>}
      {verdict && !verdict.lookup.isKnown && verdict.lookup.value !== '' && <Assumption assume={assume} setAssume={setAssume} />}
      {verdict && <AskDirectory site={props.site} subject={props.subject} verdict={verdict} />}
    </section>
  )
}

function Told(props: Props & { readonly verdict: Verdict }) {
  const { verdict } = props
  const refusal = verdict.refusal && refusalInWords(verdict.refusal)
  return (
    <>
      <div class={`outcome ${verdict.outcome}`} role="status">
        <p class="outcome-line">{outcomeInWords(verdict)}</p>
        {refusal && <p>{refusal.why}</p>}
        {refusal && <p>{refusal.next}</p>}
      </div>
      <Account verdict={verdict} />
      <Cautions verdict={verdict} />
      {(verdict.outcome !== 'refused' || verdict.memberships.length > 0) && <Memberships verdict={verdict} />}
      <ReceivedGroups {...props} />
    </>
  )
}

const Cautions = ({ verdict: { cautions } }: { readonly verdict: Verdict }) =>
  cautions.length === 0 ? null : (
    <Notice tone="warning" title={say('cautionsTitle')}>
      <ul class="cautions">
        {cautions.map((caution, index) => (
          <li key={index}>
            {cautionInWords(caution)} {'unverified' in caution && <span class="badge quiet">{say('notVerified')}</span>}
          </li>
        ))}
      </ul>
    </Notice>
  )

const Assumption = ({ assume, setAssume }: Pick<Props, 'assume' | 'setAssume'>) => (
  <fieldset class="assumption">
    <legend>{say('verdictAssume')}</legend>
    {(['new', 'existing'] as const).map((value) => (
      <label key={value}>
        <input type="radio" name="assume" checked={assume === value} onChange={() => setAssume(value)} />
        {value === 'new' ? say('verdictAssumeNew') : say('verdictAssumeExisting')}
      </label>
    ))}
  </fieldset>
)
