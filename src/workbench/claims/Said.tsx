import { sourceNames } from '../../claims/difference'
import type { Entry } from '../../claims/entries'
import { asExactJson } from '../../claims/exact-json'
import type { SourceName } from '../../claims/subject'
import { Copy } from '../../ui/Copy'
import { timeInWords } from '../../ui/times'
import { say } from '../../ui/words'
import { useBench } from '../bench'
import { sourceInWords } from '../claim-words'
import { EntryList } from './EntryList'

interface Props {
  readonly entry: Entry
  readonly mayCopy: boolean
}

/** What each source that is at hand says of a claim, as it stands there. */
export function Said({ entry, mayCopy }: Props) {
  const { subject } = useBench()
  const atHand = sourceNames.filter((source) => subject?.sources[source])
  return (
    <>
      {atHand.map((source) => (
        <div key={source}>
          <dt>{sourceInWords(source)}</dt>
          <dd>
            {source in entry.said ? (
              <Raw source={source} entry={entry} mayCopy={mayCopy} />
            ) : (
              <span class="muted">{say('saidNothing')}</span>
            )}
          </dd>
        </div>
      ))}
    </>
  )
}

function Raw({ source, entry: { claim, said, time }, mayCopy }: Props & { readonly source: SourceName }) {
  const { now } = useBench()
  const value = said[source]
  const raw = asExactJson(value, 2)
  return (
    <>
      {time !== undefined && <p>{timeInWords(time, now)}</p>}
      {Array.isArray(value) && value.length > 1 && value.every((item) => typeof item === 'string') ? (
        <EntryList entries={value} />
      ) : (
        <pre>{raw}</pre>
      )}
      {mayCopy && <Copy small value={raw} what={say('rawOf', claim, sourceInWords(source))} />}
    </>
  )
}
