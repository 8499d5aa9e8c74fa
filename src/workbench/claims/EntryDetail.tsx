import type { Entry } from '../../claims/entries'
import { asClaim } from '../../claims/export'
import type { Finding } from '../../claims/findings/finding'
import { Copy } from '../../ui/Copy'
import { meaningInWords } from '../../ui/claim-words'
import { keyOf, say } from '../../ui/words'
import { useBench } from '../bench'
import { kindInWords } from '../claim-words'
import { FindingCard } from './FindingCard'
import { Said } from './Said'

interface Props {
  readonly entry: Entry
  readonly findings: readonly Finding[]
  readonly mayCopy: boolean
}

/** All that is known of a claim: what it means, where its name is typed how, what each source says, and what is wrong with it. */
export function EntryDetail({ entry, findings, mayCopy }: Props) {
  const first = entry.sources[0] ?? 'id'
  return (
    <tr class="detail">
      <td colSpan={2}>
        {entry.meaning && <p>{meaningInWords(entry.meaning)}</p>}
        <dl>
          <div>
            <dt>{say('typeLabel')}</dt>
            <dd>{kindInWords(entry.kind, entry)}</dd>
          </div>
          <Names entry={entry} />
          <Said entry={entry} mayCopy={mayCopy} />
        </dl>
        {findings.map((finding) => (
          <FindingCard key={finding.code} finding={finding} />
        ))}
        {mayCopy && <Copy full value={asClaim(entry.claim, entry.said[first])} what={say('claimAsJson', entry.claim)} />}
      </td>
    </tr>
  )
}

/** How the name is typed in each place of the SSO app's screens. */
function Names({ entry: { names } }: { readonly entry: Entry }) {
  const { app } = useBench()
  if (!app) return null
  return (
    <>
      {(['fields', 'groups'] as const).map((place) => (
        <div key={place}>
          <dt>{say(keyOf('place', place))}</dt>
          <dd>
            <Name name={names[place]} />
          </dd>
        </div>
      ))}
    </>
  )
}

const Name = ({ name }: { readonly name: string | undefined }) =>
  name === undefined ? (
    <span class="muted">{say('placeNone')}</span>
  ) : (
    <span class="cell">
      <code>{name}</code>
      <Copy small value={name} what={name} />
    </span>
  )
