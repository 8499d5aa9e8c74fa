import type { Received, Verdict } from '../../mapping/verdict'
import { Icon } from '../../ui/Icon'
import { say } from '../../ui/words'
import { useFew } from '../use-few'
import type { Part } from './MappingOf'
import { withRule } from './suggestions'
import { fateInWords } from './verdict-words'

interface Props extends Part {
  readonly verdict: Verdict
  readonly canMakeRules: boolean
}

/** So many groups are shown at first: what was changed and what comes of it should be in one view. */
const few = 12

/** The token's groups as the app reads them; one click makes a rule of one that no rule asks for. */
export function ReceivedGroups({ verdict, working, canMakeRules, semantics }: Props) {
  const { rules, mode, attribute } = working.mapping.groups
  const hasRules = semantics.settings.includes('groups.rules') && mode === 'manual'
  const asked = new Set(verdict.rules.flatMap(({ matched }) => matched))
  const { shown, more } = useFew(verdict.received, few)
  const make = (group: string) => void working.save('groups.rules', withRule(rules, group))
  return (
    <div class="received">
      <h4>{say('receivedTitle')}</h4>
      {verdict.received.length === 0 && <p class="muted">{say('receivedNone', attribute)}</p>}
      <ul>
        {shown.map((one, index) => (
          <li key={`${one.name} ${index}`}>
            <code>{one.name}</code> <Remark one={one} isUnmapped={hasRules && one.fate !== 'untried' && !asked.has(one.becomes)} />
            {canMakeRules && hasRules && one.becomes !== '' && one.fate !== 'untried' && !asked.has(one.becomes) && (
              <button type="button" class="link" aria-label={say('makeRuleOf', one.becomes)} onClick={() => make(one.becomes)}>
                <Icon name="plus" /> {say('makeRule')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {more}
    </div>
  )
}

function Remark({ one, isUnmapped }: { readonly one: Received; readonly isUnmapped: boolean }) {
  const renamed = one.becomes === one.name ? '' : one.becomes === '' ? say('receivedNothing') : say('receivedBecomes', one.becomes)
  const remarks = [renamed, fateInWords(one), isUnmapped ? say('fateUnmapped') : ''].filter(Boolean)
  return <small>{remarks.join('; ')}</small>
}
