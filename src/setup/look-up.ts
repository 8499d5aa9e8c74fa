import type { Account, Directory } from '../mapping/directory'
import { type Failure, jsonIn, type Reply } from './reply'

/** Where a host product tells of its users and groups, relative to its base URL. */
export interface DirectoryPaths {
  readonly currentUser: string
  readonly groups: string
  groupsOf(username: string): string
  /** Of one person, and among what is said of them whether their account is in use. */
  statusOf(username: string): string
}

/** Why a question to the directory brought nothing. */
export interface LookUpFailure {
  readonly why: Exclude<Failure, 'forbidden'> | 'signed-out' | 'not-allowed' | 'not-its-api'
  /** HTTP status, where it says more than the reason. */
  readonly status?: number
}

/** What came of looking into a directory, and as whom one looked. */
export type LookUp = { readonly directory: Directory; readonly as: string } | { readonly failed: LookUpFailure }

/** Asks for an address below the base URL with the session of whoever looks. */
type Ask = (path: string) => Promise<Reply>
/** Thrown from below, where the first failure ends everything. */
class Ended {
  constructor(readonly failed: LookUpFailure) {}
}

/** So many entries are asked for at a time; the server may give fewer. So many pages are read at most. */
const [pageSize, mostPages] = [200, 100]
/** So many people are looked up at most: each is a question. */
const mostAccounts = 50

/** Reads the groups that there are, and which of these user names exist, in which groups. Only reads. Never rejects. */
export async function lookUp(paths: DirectoryPaths, usernames: readonly string[], ask: Ask): Promise<LookUp> {
  try {
    const as = await whoAsks(paths, ask)
    const groups = await namesFrom(paths.groups, ask)
    if (!groups) throw new Ended({ why: 'not-there', status: 404 })
    const accounts: Account[] = []
    for (const username of usernames.slice(0, mostAccounts)) accounts.push(await accountOf(username, paths, ask))
    return { as, directory: { ...(groups.isWhole ? { groups: groups.names } : { someGroups: groups.names }), accounts } }
  } catch (end) {
    if (end instanceof Ended) return { failed: end.failed }
    throw end
  }
}

/** Confluence answers nobody in particular, too: then nothing else can be seen. */
async function whoAsks({ currentUser }: DirectoryPaths, ask: Ask): Promise<string> {
  const user = await read(currentUser, ask)
  const { type, username } = (user ?? {}) as { readonly type?: unknown; readonly username?: unknown }
  if (typeof type !== 'string') throw new Ended({ why: user ? 'not-its-api' : 'not-there' })
  if (type === 'anonymous') throw new Ended({ why: 'signed-out' })
  return typeof username === 'string' ? username : ''
}

async function accountOf(username: string, paths: DirectoryPaths, ask: Ask): Promise<Account> {
  const groups = await namesFrom(paths.groupsOf(username), ask)
  if (!groups) return { username, exists: false }
  const isDeactivated = await isTurnedOff(paths.statusOf(username), ask)
  return { username, exists: true, ...(groups.isWhole && { groups: groups.names }), ...(isDeactivated && { isDeactivated }) }
}

/** Whether Confluence says that an account is deactivated. Old versions do not, and whatever else is in the way of this ends nothing. */
async function isTurnedOff(path: string, ask: Ask): Promise<true | undefined> {
  const answer = jsonIn(await ask(path))
  const { status } = { ...(('json' in answer && answer.json) as object | false) } as { readonly status?: unknown }
  return status === 'deactivated' || undefined
}

/** The names of a paged list, and whether it ends with them; undefined where the API itself says that there is no such thing. */
async function namesFrom(path: string, ask: Ask): Promise<{ readonly names: readonly string[]; readonly isWhole: boolean } | undefined> {
  const names: string[] = []
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await read(`${path}${path.includes('?') ? '&' : '?'}start=${names.length}&limit=${pageSize}`, ask)
    if (answer === undefined) return undefined
    const { results, limit, _links: links } = answer as { results?: unknown; limit?: unknown; _links?: { next?: unknown } | null }
    if (!Array.isArray(results)) throw new Ended({ why: 'not-its-api' })
    names.push(...results.flatMap((one: { name?: unknown } | null) => (typeof one?.name === 'string' ? [one.name] : [])))
    const isFull = results.length >= (typeof limit === 'number' ? limit : pageSize)
    if (results.length === 0 || !(isFull || typeof links?.next === 'string')) return { names, isWhole: true }
  }
  return { names, isWhole: false }
}

/** One answer of the API; undefined for its own "there is no such thing", which no proxy's page is taken for. */
async function read(path: string, ask: Ask): Promise<object | undefined> {
  const reply = await ask(path)
  const body = 'text' in reply ? jsonIn({ ...reply, status: 200 }) : undefined
  const isItsOwn = body !== undefined && 'json' in body && typeof body.json === 'object' && body.json !== null
  if ('text' in reply && isItsOwn && reply.status === 404) return undefined
  const answer = jsonIn(reply)
  if ('failed' in answer) throw new Ended(failureOf(answer.failed, answer.status))
  if (!isItsOwn) throw new Ended({ why: 'not-its-api' })
  return body.json
}

function failureOf(failed: Failure, status: number | undefined): LookUpFailure {
  if (status === 401) return { why: 'signed-out', status }
  return { why: failed === 'forbidden' ? 'not-allowed' : failed, ...(status !== undefined && { status }) }
}
