import type { Account } from '../../mapping/directory'
import { say } from '../../ui/words'
import { EntryList } from '../claims/EntryList'

/** Which of the user names that were asked for exist, and in which groups they are. */
export function Accounts({ accounts }: { readonly accounts: readonly Account[] }) {
  if (accounts.length === 0) return null
  return (
    <section class="told" aria-labelledby="directory-accounts">
      <h3 id="directory-accounts">{say('directoryAccounts')}</h3>
      <dl class="accounts">
        {accounts.map((account) => (
          <div class="accounts-of" key={account.username}>
            <dt>
              <code>{account.username}</code>
            </dt>
            <dd>
              {account.exists && account.isDeactivated && <p class="badge bad">{say('directoryDeactivated')}</p>}
              {account.exists ? <Groups groups={account.groups} /> : <span class="muted">{say('directoryNoAccount')}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Groups({ groups }: { readonly groups: readonly string[] | undefined }) {
  if (!groups) return <span class="muted">{say('directoryGroupsUnknown')}</span>
  return groups.length > 0 ? <EntryList entries={groups} /> : <span class="muted">{say('directoryNoGroups')}</span>
}
