/** An account of the wiki. */
export interface Account {
  /** Lower case, whatever was asked for. */
  readonly username: string
  displayName: string
  email: string
  /** Only the wiki's own accounts have one. */
  readonly password?: string
  readonly groups: Set<string>
}

/** The wiki's internal user directory. */
export interface Directory {
  /** Case does not matter. */
  find(username: string): Account | undefined
  withEmail(email: string): readonly Account[]
  create(username: string, known: { displayName: string; email: string }): Account
  remove(username: string): void
  accepts(username: string, password: string): boolean
  /** Every group that somebody may be put into. */
  readonly groups: Set<string>
}

/** Whoever is in this group may sign in and see nothing. */
export const noAccess = 'no-access'
/** Whoever is in this group may open `/admin/…`. */
export const administrators = 'confluence-administrators'

/** The accounts of a fresh wiki: the administrator, somebody plain, and somebody shut out; each password is the user name. */
export function freshDirectory(): Directory {
  const accounts = new Map<string, Account>()
  const groups = new Set([administrators, 'confluence-users', noAccess, 'dev', 'ops', 'dev-ops'])
  const local = (username: string, displayName: string, memberOf: string[]) =>
    accounts.set(username, { username, displayName, email: `${username}@acme.example`, password: username, groups: new Set(memberOf) })
  local('admin', 'Ada Min', [administrators, 'confluence-users'])
  local('lou', 'Lou Local', ['confluence-users'])
  local('rita', 'Rita Restricted', [noAccess])
  const find = (username: string) => accounts.get(username.toLowerCase())
  return {
    find,
    withEmail: (email) => [...accounts.values()].filter((one) => one.email.toLowerCase() === email.toLowerCase()),
    create(asked, known) {
      const account: Account = { username: asked.toLowerCase(), ...known, groups: new Set() }
      accounts.set(account.username, account)
      return account
    },
    remove: (username) => void accounts.delete(username.toLowerCase()),
    accepts: (username, password) => password !== '' && find(username)?.password === password,
    groups,
  }
}
