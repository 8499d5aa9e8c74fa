import { useId } from 'preact/hooks'
import { sourceNames } from '../../claims/difference'
import { Select } from '../../ui/Select'
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
      <Select
        class="sieve"
        label={say('sieveSource')}
        value={sieve.source}
        options={[['all', say('sieveSourceAll')], ...sources]}
        choose={(source) => set({ ...sieve, source })}
      />
      <Select
        class="sieve"
        label={say('sieveOnly')}
        value={sieve.only}
        options={[
          ['all', say('sieveOnlyAll')],
          ['differences', say('sieveOnlyDifferences')],
          ['findings', say('sieveOnlyFindings')],
        ]}
        choose={(only) => set({ ...sieve, only })}
      />
      <Select
        class="sieve"
        label={say('sieveOrder')}
        value={sieve.order}
        options={[
          ['usual', say('sieveOrderUsual')],
          ['name', say('sieveOrderName')],
          ['kind', say('sieveOrderKind')],
        ]}
        choose={(order) => set({ ...sieve, order })}
      />
      <span class="muted count" role="status">
        {say('claimsFound', String(shown), String(all))}
      </span>
    </search>
  )
}
