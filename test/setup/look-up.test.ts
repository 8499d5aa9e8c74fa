import { describe, expect, test } from 'vitest'
import { directoryPaths } from '../../src/hosts/confluence'
import { lookUp } from '../../src/setup/look-up'
import type { Reply } from '../../src/setup/reply'

const json = (value: object, status = 200): Reply => ({ status, type: 'application/json', text: JSON.stringify(value) })
const me = json({ type: 'known', username: 'admin' })
const named = (names: readonly string[]) => names.map((name) => ({ type: 'group', name }))

/** A Confluence with these members of these groups, that gives at most so many entries at a time. */
function confluence(groups: readonly string[], members: Readonly<Record<string, readonly string[]>> = {}, atMost = 200) {
  const asked: string[] = []
  const page = (names: readonly string[], query: URLSearchParams) => {
    const start = Number(query.get('start'))
    const limit = Math.min(Number(query.get('limit')), atMost)
    const results = named(names.slice(start, start + limit))
    return json({ results, start, limit, size: results.length, _links: start + limit < names.length ? { next: '/next' } : {} })
  }
  const ask = async (path: string): Promise<Reply> => {
    asked.push(path)
    const { pathname, searchParams } = new URL(path, 'https://wiki.acme.com/')
    if (pathname === '/rest/api/user/current') return me
    if (pathname === '/rest/api/group') return page(groups, searchParams)
    if (pathname === '/rest/api/user') return json({ type: 'known', status: 'current' })
    const member = members[searchParams.get('username') ?? '']
    return member ? page(member, searchParams) : json({ statusCode: 404, message: 'No user found' }, 404)
  }
  return { ask, asked }
}

test('groups, accounts and their groups are read, and whoever is not there is known not to be', async () => {
  const { ask } = confluence(['confluence-users', 'dev'], { ann: ['dev'] })
  expect(await lookUp(directoryPaths, ['ann', 'bob'], ask)).toEqual({
    as: 'admin',
    directory: {
      groups: ['confluence-users', 'dev'],
      accounts: [
        { username: 'ann', exists: true, groups: ['dev'] },
        { username: 'bob', exists: false },
      ],
    },
  })
})

const users = (answer: Reply) => async (path: string) => {
  const { ask } = confluence(['dev'], { ann: ['dev'] })
  return path.startsWith('rest/api/user?') ? answer : ask(path)
}

test('an account that is deactivated is told from others', async () => {
  const asked = await lookUp(directoryPaths, ['ann'], users(json({ type: 'known', username: 'ann', status: 'deactivated' })))
  expect(asked).toMatchObject({ directory: { accounts: [{ username: 'ann', exists: true, groups: ['dev'], isDeactivated: true }] } })
})

test.each<[string, Reply]>([
  ['is in use', json({ type: 'known', username: 'ann', status: 'current' })],
  ['has no status, in an old Confluence', json({ type: 'known', username: 'ann' })],
  ['may not be looked at', json({ statusCode: 403 }, 403)],
  ['is answered for by a proxy', { status: 200, type: 'text/html', text: '<html>' }],
  ['is answered for by nothing at all', json([])],
  ['is null', { status: 200, type: 'application/json', text: 'null' }],
])('of an account that %s nobody says that it is deactivated, and all else is read', async (_, answer) => {
  expect(await lookUp(directoryPaths, ['ann'], users(answer))).toEqual({
    as: 'admin',
    directory: { groups: ['dev'], accounts: [{ username: 'ann', exists: true, groups: ['dev'] }] },
  })
})

test.each([1, 7, 200, 1000])('every page of a long list is read, though the server gives %i at a time', async (atMost) => {
  const groups = Array.from({ length: 90 }, (_, index) => `g${index}`)
  const found = await lookUp(directoryPaths, [], confluence(groups, {}, atMost).ask)
  expect('directory' in found && found.directory.groups).toEqual(groups)
})

test('of a list that was not read to its end nobody claims that it is all there is', async () => {
  const many = Array.from({ length: 120 }, (_, index) => `g${index}`)
  const found = await lookUp(directoryPaths, ['ann', 'bob'], confluence(many, { ann: many, bob: ['g1'] }, 1).ask)
  expect(found).toEqual({
    as: 'admin',
    directory: {
      someGroups: many.slice(0, 100),
      accounts: [
        { username: 'ann', exists: true },
        { username: 'bob', exists: true, groups: ['g1'] },
      ],
    },
  })
})

test('user names are encoded, and nothing is asked but by GET below the base URL', async () => {
  const { ask, asked } = confluence([], {})
  await lookUp(directoryPaths, ['a&b=c/../d é'], ask)
  expect(asked[2]).toBe('rest/api/user/memberof?username=a%26b%3Dc%2F..%2Fd+%C3%A9&start=0&limit=200')
})

test('a user name that is no well-formed text is asked for like any other', async () => {
  expect(await lookUp(directoryPaths, ['ann\ud800'], confluence([], {}).ask)).toMatchObject({
    directory: { accounts: [{ username: 'ann\ud800', exists: false }] },
  })
})

test('an empty page ends a list, though it names another', async () => {
  let count = 0
  const emptied = async (path: string) => {
    count += 1
    return path.startsWith('rest/api/user') ? me : json({ results: [], limit: 0, _links: { next: '/again' } })
  }
  expect(await lookUp(directoryPaths, [], emptied)).toMatchObject({ directory: { groups: [] } })
  expect(count).toBe(2)
})

test('a full page is not the last of a list, though the server names no other', async () => {
  const { ask } = confluence(['a', 'b', 'c'], {}, 2)
  const unlinked = async (path: string): Promise<Reply> => {
    const reply = await ask(path)
    return 'text' in reply ? { ...reply, text: reply.text.replace('"next":"/next"', '') } : reply
  }
  expect(await lookUp(directoryPaths, [], unlinked)).toMatchObject({ directory: { groups: ['a', 'b', 'c'] } })
})

test('a server that pages without end is left after a hundred pages', async () => {
  let count = 0
  const endless = async (path: string) => {
    count += 1
    return path.startsWith('rest/api/user') ? me : json({ results: named(['x']), limit: 1, _links: { next: '/again' } })
  }
  await lookUp(directoryPaths, [], endless)
  expect(count).toBe(101)
})

const html: Reply = { status: 200, type: 'text/html', text: '<!doctype html><title>Log in</title>' }
describe('whatever else may answer is told apart', () => {
  test.each<[string, Reply, object]>([
    ['nobody is signed in there', json({ type: 'anonymous' }), { why: 'signed-out' }],
    ['the session ran out', json({ message: 'x' }, 401), { why: 'signed-out', status: 401 }],
    ['the person may not', json({ statusCode: 403 }, 403), { why: 'not-allowed', status: 403 }],
    ['a proxy refuses with a page of its own', { status: 403, type: 'text/html', text: '<html>' }, { why: 'not-allowed', status: 403 }],
    ['there is no such path', { status: 404, type: 'text/html', text: '<html>' }, { why: 'not-there', status: 404 }],
    ['the path is another product’s', json({ message: 'null for uri' }, 404), { why: 'not-there' }],
    ['a login page', html, { why: 'html' }],
    ['something else in JSON', json({ hello: 'world' }), { why: 'not-its-api' }],
    ['a list', json([]), { why: 'not-its-api' }],
    ['maintenance', { status: 503, type: 'text/html', text: '' }, { why: 'status', status: 503 }],
    ['another server, by redirect', { failed: 'led-elsewhere' }, { why: 'led-elsewhere' }],
    ['nobody', { failed: 'no-connection' }, { why: 'no-connection' }],
  ])('%s', async (_, reply, failed) => {
    expect(await lookUp(directoryPaths, ['ann'], async () => reply)).toEqual({ failed })
  })

  test('whoever answers for the person without saying of what kind they are is not asked for groups', async () => {
    const { ask, asked } = confluence([])
    const nameless = async (path: string) => (path === directoryPaths.currentUser ? json({ username: 'ann' }) : ask(path))
    expect(await lookUp(directoryPaths, [], nameless)).toEqual({ failed: { why: 'not-its-api' } })
    expect(asked).toEqual([])
  })

  test('an API without groups is no directory', async () => {
    const { ask } = confluence([])
    const groupless = async (path: string) => (path.startsWith(directoryPaths.groups) ? json({ message: 'null for uri' }, 404) : ask(path))
    expect(await lookUp(directoryPaths, ['ann'], groupless)).toEqual({ failed: { why: 'not-there', status: 404 } })
  })

  test('a proxy’s page instead of an account does not say that nobody is there', async () => {
    const { ask } = confluence([])
    const proxied = async (path: string) =>
      path.includes('memberof') ? ({ status: 404, type: 'text/html', text: '<html>' } as const) : ask(path)
    expect(await lookUp(directoryPaths, ['ann'], proxied)).toEqual({ failed: { why: 'not-there', status: 404 } })
  })
})
