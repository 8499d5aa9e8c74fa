import { beforeEach, describe, expect, test, vi } from 'vitest'

const own = 'chrome-extension://latchkey/'

/** Messaging as browsers have it: what a background hears, and what a page is answered. */
async function messaging() {
  let hear = (_message: unknown, _sender: object): unknown => undefined
  let reply: () => Promise<unknown> = async () => undefined
  const runtime = {
    id: 'latchkey',
    getURL: (path: string) => own + path,
    onMessage: { addListener: (listener: typeof hear) => (hear = listener) },
    sendMessage: () => reply(),
  }
  vi.resetModules()
  vi.doMock('../../src/platform/browser', () => ({ browser: { runtime } }))
  const { answer, ask } = await import('../../src/platform/messages')
  const { ProblemError } = await import('../../src/problem')
  const done: unknown[] = []
  const act = (name: string) => async (input: unknown) => void done.push([name, input])
  answer({ signIn: act('signIn'), signOut: () => Promise.reject(new ProblemError({ code: 'private-window' })) } as never)
  return {
    ask,
    done,
    hear: (message: unknown, sender: object) => hear(message, sender),
    replies: (how: typeof reply) => {
      reply = how
    },
  }
}
let given: Awaited<ReturnType<typeof messaging>>
beforeEach(async () => {
  given = await messaging()
})

const signIn = { verb: 'signIn', input: ['acme'] }
const page = { id: 'latchkey', url: `${own}src/popup/index.html` }

test('our own pages are heard and answered', async () => {
  await expect(given.hear(signIn, page)).resolves.toEqual({ ok: true, value: undefined })
  expect(given.done).toEqual([['signIn', 'acme']])
})

test('what goes wrong is told as a problem', async () => {
  await expect(given.hear({ verb: 'signOut', input: ['acme'] }, page)).resolves.toEqual({ ok: false, problem: { code: 'private-window' } })
})

test.each<[string, object]>([
  ['a content script of ours, in whatever page', { id: 'latchkey', url: 'https://wiki.acme.example/login.action' }],
  ['another extension', { id: 'somebody', url: 'chrome-extension://somebody/popup.html' }],
  ['another extension that says that it is a page of ours', { id: 'somebody', url: page.url }],
  ['an extension whose address begins like ours', { id: 'latchkey', url: 'chrome-extension://latchkeys/popup.html' }],
  ['a web page with our address in its own', { id: 'latchkey', url: `https://evil.example/?${page.url}` }],
  ['somebody without an address', { id: 'latchkey' }],
])('%s is not heard', (_, sender) => {
  expect(given.hear(signIn, sender)).toBeUndefined()
  expect(given.done).toEqual([])
})

test.each<[string, object]>([
  ['nobody knows', { verb: 'erase', input: [] }],
  ['every object has', { verb: 'toString', input: [] }],
  ['makes objects', { verb: 'constructor', input: [] }],
  ['is no text', { verb: ['signIn'], input: ['acme'] }],
  ['is missing', { input: ['acme'] }],
  ['comes without its input', { verb: 'signIn' }],
  ['comes with something else for an input', { verb: 'signIn', input: { 0: 'acme' } }],
])('a verb that %s does nothing', (_, message) => {
  expect(given.hear(message, page)).toBeUndefined()
  expect(given.done).toEqual([])
})

describe('whoever asks', () => {
  test('is given the value', async () => {
    given.replies(async () => ({ ok: true, value: 5 }))
    await expect(given.ask('settle')).resolves.toBe(5)
  })

  test('is told the problem', async () => {
    given.replies(async () => ({ ok: false, problem: { code: 'private-window' } }))
    await expect(given.ask('settle')).rejects.toMatchObject({ problem: { code: 'private-window' } })
  })

  test.each<[string, () => Promise<unknown>]>([
    ['answers nothing', async () => undefined],
    ['dies over it', () => Promise.reject(new Error('The message port closed before a response was received.'))],
  ])('is told that it was interrupted where the background %s', async (_, reply) => {
    given.replies(reply)
    await expect(given.ask('settle')).rejects.toMatchObject({ problem: { code: 'sign-in-interrupted' } })
  })
})
