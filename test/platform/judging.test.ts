import { beforeEach, expect, test, vi } from 'vitest'
import { javaMatch } from '../../src/mapping/matcher'
import type { Job, judge as Judge } from '../../src/platform/judging'
import { resolve } from '../../src/settings/resolve'
import { semanticsOf } from '../../src/sso-apps/mapping'

const endless = '^(a+)+$'

/** A thread that never comes to the end of one pattern, and then of nothing that is asked behind it. */
class Thread extends EventTarget {
  /** Milliseconds until it runs. */
  static startsIn = 10
  /** Milliseconds until it has judged. */
  static takes = 50
  private readonly startsAt = Date.now() + Thread.startsIn
  private isEnded = false
  private isStuck = false

  constructor() {
    super()
    this.say('ready', 0)
  }

  postMessage(jobs: readonly Job[]): void {
    this.isStuck ||= jobs.some(({ input }) => input.mapping.usernamePattern === endless)
    this.say(
      jobs.map(({ ssoApp, input }) => semanticsOf(ssoApp).judge(input, javaMatch())),
      Thread.takes,
    )
  }

  terminate(): void {
    this.isEnded = true
  }

  private say(data: unknown, after: number): void {
    const speak = () => {
      if (!this.isStuck && !this.isEnded) this.dispatchEvent(Object.assign(new Event('message'), { data }))
    }
    setTimeout(speak, Math.max(0, this.startsAt - Date.now()) + after)
  }
}

let judge: typeof Judge
beforeEach(async () => {
  // Each with a thread of its own.
  vi.resetModules()
  ;({ judge } = await import('../../src/platform/judging'))
  vi.useFakeTimers()
  vi.stubGlobal('Worker', Thread)
  Object.assign(Thread, { startsIn: 10, takes: 50 })
  return async () => {
    await vi.runAllTimersAsync()
    vi.useRealTimers()
    vi.unstubAllGlobals()
  }
})

function job(usernamePattern: string): Job {
  const site = { baseUrl: 'https://wiki.example/', mapping: { username: 'cognito:username', email: 'email', usernamePattern } }
  const [{ mapping } = { mapping: undefined }] = resolve({ sites: [site] }, {}).settings.sites
  if (!mapping) throw new Error('no site')
  const claims = { 'cognito:username': 'aaab', email: 'ann@acme.example' }
  return { ssoApp: 'miniorange', input: { claims, mapping, allowedDomains: [], directory: { accounts: [] }, assume: 'new' } }
}

const cautionsIn = async (judged: ReturnType<typeof judge>) => (await judged).flatMap(({ cautions }) => cautions.map(({ code }) => code))

test('a pattern without end is ended, and the verdict says so', async () => {
  const judged = cautionsIn(judge([job(endless)]))
  await vi.runAllTimersAsync()
  expect(await judged).toContain('too-slow')
})

test('a thread that takes long to start says nothing of a pattern', async () => {
  Thread.startsIn = 5000
  const before = judge([job(endless)])
  await vi.runAllTimersAsync()
  await before
  const judged = judge([job('^a+')])
  await vi.runAllTimersAsync()
  expect(await cautionsIn(judged)).not.toContain('too-slow')
})

test('a machine that is late with all turns of a page’s gives its thread as much more time', async () => {
  const { setInterval: begin } = globalThis
  vi.stubGlobal('setInterval', (turn: () => void, every: number) => begin(turn, every * 2))
  Thread.takes = 1500
  const judged = judge([job('^a+')])
  await vi.runAllTimersAsync()
  expect(await cautionsIn(judged)).not.toContain('too-slow')
})

test('a thread that never starts leaves nobody waiting', async () => {
  Thread.startsIn = 10_000_000
  const before = judge([job(endless)])
  await vi.advanceTimersByTimeAsync(1000)
  const judged = judge([job('^a+')])
  await vi.advanceTimersByTimeAsync(100_000)
  expect(await cautionsIn(before)).toContain('too-slow')
  expect(await cautionsIn(judged)).toContain('too-slow')
})

test('a pattern that is typed in the place of one without end is judged by itself', async () => {
  const before = cautionsIn(judge([job(endless)]))
  await vi.advanceTimersByTimeAsync(300)
  const judged = judge([job('^a+')])
  await vi.runAllTimersAsync()
  expect(await before).toContain('too-slow')
  expect((await judged)[0]?.username).toMatchObject({ value: 'aaa', how: 'cut' })
  expect(await cautionsIn(judged)).not.toContain('too-slow')
})

test('a thread that was begun after one was ended is not ended with what had waited for that', async () => {
  const before = [judge([job(endless)])]
  await vi.advanceTimersByTimeAsync(300)
  before.push(judge([job('^a+')]))
  await vi.advanceTimersByTimeAsync(980)
  const judged = judge([job('^a')])
  await vi.runAllTimersAsync()
  await Promise.all(before)
  expect(await cautionsIn(judged)).not.toContain('too-slow')
})

test('what nobody wants any more is not begun', async () => {
  const before = [judge([job(endless)]), judge([job(endless)], () => false), judge([job(endless)], () => false)]
  await vi.advanceTimersByTimeAsync(1000)
  const judged = judge([job('^a+')])
  await vi.advanceTimersByTimeAsync(100)
  expect((await judged)[0]?.username.value).toBe('aaa')
  await Promise.all(before)
})
