import { redirectAddress } from '../platform/redirect-address'
import { addEntry, setAll } from '../settings/edit'
import { Copy } from '../ui/Copy'
import { useOptions } from '../ui/fields/use-options'
import { say } from '../ui/words'
import { AddEntry } from './AddEntry'
import { ConnectionCheck } from './ConnectionCheck'
import { EntryCard } from './EntryCard'
import { ListSection } from './ListSection'
import { newProvider } from './new-provider'
import { partsIn, understood } from './pasted-parts'
import { entriesShown, usePages } from './use-pages'

/** The identity providers, and the address that each has to know of this browser. `checking` is the id of one that is to be checked. */
export function ProvidersSection({ checking }: { readonly checking: string }) {
  const { resolved, change } = useOptions()
  const { providers } = resolved.settings
  const keys = providers.map(({ id }) => id)
  const { shown, more } = usePages(providers, entriesShown)
  const judge = (typed: string) => newProvider(typed, keys)
  const add = (key: string, typed: string) =>
    void change(
      () => say('added', key),
      (stored) => setAll(addEntry(stored, { list: 'providers', key }), { list: 'providers', key }, partsIn(typed) ?? {}),
    )
  const form = (
    <AddEntry
      id="add-provider"
      label={say('addProviderLabel')}
      hint={say('addProviderHint')}
      placeholder="acme"
      button={say('addProvider')}
      initial=""
      judge={judge}
      taken={keys}
      add={add}
      remark={(typed) => understood(partsIn(typed))}
    />
  )
  return (
    <ListSection
      list="providers"
      title={say('providersTitle')}
      about={say('providersAbout')}
      empty={keys.length === 0 ? say('noProviders') : ''}
      form={form}
    >
      <Callback />
      {shown.map((pool) => (
        <EntryCard
          key={pool.id}
          section="providers"
          canRemove
          entry={{ list: 'providers', key: pool.id }}
          name={pool.id}
          isOpen={keys.length < 3 || pool.id === checking}
        >
          <ConnectionCheck pool={pool} isWanted={pool.id === checking} />
        </EntryCard>
      ))}
      {more}
    </ListSection>
  )
}

const Callback = () => (
  <div class="card">
    <h3>{say('redirectTitle')}</h3>
    <div class="clipping">
      <code>{redirectAddress()}</code>
      <Copy value={redirectAddress()} what={say('redirectTitle')} />
    </div>
    <p class="help">
      {say('redirectAbout')} <a href="#assistant">{say('assistantLink')}</a>
    </p>
  </div>
)
