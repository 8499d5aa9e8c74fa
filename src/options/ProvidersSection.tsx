import * as v from 'valibot'
import { redirectAddress } from '../platform/auth-window'
import { shortId } from '../settings/addresses'
import type { ComplaintCode } from '../settings/kinds'
import { Copy } from '../ui/Copy'
import { say } from '../ui/words'
import { AddEntry, type Judged } from './AddEntry'
import { EntryCard } from './EntryCard'
import { addEntry } from './edit'
import { ListSection } from './ListSection'
import { useOptions } from './use-options'

const judge = (typed: string): Judged => {
  const key = typed.trim()
  if (!key) return { wrong: 'required' }
  const { success, output, issues } = v.safeParse(shortId, key)
  return success ? { key: output } : { wrong: issues[0].message as ComplaintCode }
}

/** The identity providers, and the address that each has to know of this browser. */
export function ProvidersSection() {
  const { resolved, change } = useOptions()
  const { providers } = resolved.settings
  const keys = providers.map(({ id }) => id)
  const add = (key: string) => void change(say('added', key), (stored) => addEntry(stored, { list: 'providers', key }))
  const form = (
    <AddEntry
      id="add-provider"
      label={say('addProviderLabel')}
      placeholder="acme"
      button={say('addProvider')}
      initial=""
      judge={judge}
      taken={keys}
      add={add}
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
      {keys.map((id) => (
        <EntryCard
          key={id}
          entry={{ list: 'providers', key: id }}
          name={id}
          others={keys.filter((key) => key !== id)}
          isOpen={keys.length < 3}
        />
      ))}
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
    <p class="help">{say('redirectAbout')}</p>
  </div>
)
