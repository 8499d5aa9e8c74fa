import { groupsAfter, unsureAfter, type Verdict } from '../../mapping/verdict'
import { listOf } from '../../ui/list-words'
import { say } from '../../ui/words'
import { useBench } from '../bench'
import { subjectInWords } from '../Choices'
import { EntryList } from '../claims/EntryList'
import type { Part } from './MappingOf'
import { refusalInWords } from './refusal-words'
import { useVerdicts } from './use-verdicts'
import { noGroupsInWords } from './verdict-words'

/** The mapping tried on everybody whose claims are at hand. */
export function Team({ ssoApp, inputFor }: Part) {
  const { subjects } = useBench()
  const people = subjects.flatMap((one) => (one.sources.id ? [{ ...one, claims: one.sources.id }] : []))
  const { all: verdicts } = useVerdicts(people.map(({ claims, sources }) => ({ ssoApp, input: inputFor(claims, sources.userinfo) })))
  return (
    <section class="team card" aria-labelledby="mapping-team">
      <h3 id="mapping-team" class="unseen">
        {say('mappingTeam')}
      </h3>
      <p class="muted">{say('teamAbout')}</p>
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">{say('teamPerson')}</th>
            <th scope="col">{say('teamOutcome')}</th>
            <th scope="col">{say('verdictGroups')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((one, index) => (
            <tr key={one.id}>
              <th scope="row">{subjectInWords(one)}</th>
              <td>{verdicts?.[index] ? outcomeInShort(verdicts[index], one.from === 'kept') : say('judging')}</td>
              <td>{verdicts?.[index] && <Groups verdict={verdicts[index]} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Groups({ verdict }: { readonly verdict: Verdict }) {
  const groups = groupsAfter(verdict)
  const unsure = unsureAfter(verdict)
  if (groups.length + unsure.length > 0)
    return (
      <>
        {groups.length > 0 && <EntryList entries={groups} />}
        {unsure.length > 0 && <p class="muted">{say('teamUnsure', listOf(unsure))}</p>}
      </>
    )
  return verdict.refusal ? null : <span class="muted">{noGroupsInWords(verdict)}</span>
}

function outcomeInShort(verdict: Verdict, isHidden: boolean): string {
  if (verdict.refusal) return say('teamRefused', refusalInWords(verdict.refusal).why)
  if (isHidden) return verdict.outcome === 'created' ? say('teamCreatedHidden') : say('teamSignedInHidden')
  return verdict.outcome === 'created' ? say('teamCreated', verdict.account) : say('teamSignedIn', verdict.account)
}
