import { useId } from 'preact/hooks'
import { sourceNames } from '../../claims/difference'
import { say } from '../../ui/words'
import { sourceInWords } from '../claim-words'
import type { Sieve } from './sift'

interface Props {
  readonly sieve: Sieve
  readonly set: (sieve: Sieve) => void
  readonly counts: readonly [shown: number, all: number]
}

/** What is looked for, where, and in which order. */
export function Sieves({ sieve, set, counts: [shown, all] }: Props) {
  const search = useId()
  const sources = sourceNames.map((source) => [source, sourceInWords(source)] as const)
  return (
    <search class="sieves">
      <div class="sieve wide-sieve">
        <label for={search}>{say('claimsSearch')}</label>
        <input
          id={search}
          type="search"
          value={sieve.wanted}
          onInput={({ currentTarget }) => set({ ...sieve, wanted: currentTarget.value })}
        />
      </div>
      <Pick
        label={say('sieveSource')}
        value={sieve.source}
        options={[['all', say('sieveSourceAll')], ...sources]}
        pick={(source) => set({ ...sieve, source })}
      />
      <Pick
        label={say('sieveOnly')}
        value={sieve.only}
        options={[
          ['all', say('sieveOnlyAll')],
          ['differences', say('sieveOnlyDifferences')],
          ['findings', say('sieveOnlyFindings')],
        ]}
        pick={(only) => set({ ...sieve, only })}
      />
      <Pick
        label={say('sieveOrder')}
        value={sieve.order}
        options={[
          ['usual', say('sieveOrderUsual')],
          ['name', say('sieveOrderName')],
          ['kind', say('sieveOrderKind')],
        ]}
        pick={(order) => set({ ...sieve, order })}
      />
      <span class="muted count" role="status">
        {say('claimsFound', String(shown), String(all))}
      </span>
    </search>
  )
}

interface PickProps<V extends string> {
  readonly label: string
  readonly value: V
  readonly options: readonly (readonly [value: V, words: string])[]
  readonly pick: (value: V) => void
}

function Pick<V extends string>({ label, value, options, pick }: PickProps<V>) {
  const id = useId()
  return (
    <div class="sieve">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => pick(currentTarget.value as V)}>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}
