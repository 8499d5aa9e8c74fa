// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://wiki.acme.com/confluence/login.action?os_destination=%2Fx" }
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { circumstances } from '../../src/door/circumstances'
import { rememberBackdoor, rememberRedirect } from '../../src/door/tab-memory'
import { decide } from '../../src/login-page/decide'
import type { Door } from '../../src/login-page/door'
import { signs } from '../../src/platform/signs'
import { door } from '../platform/watch/watch'

const left = vi.hoisted(() => ({ doors: [] as unknown[], standBacks: {}, texts: {} as object | undefined, reads: 0 }))
vi.mock('../../src/platform/content-storage', () => ({
  async readForContent() {
    left.reads += 1
    return { ...left, signs }
  },
}))

const opened = vi.fn()
const address = location.href
beforeEach(() => {
  const store = sessionStorage
  opened.mockClear()
  sessionStorage.setItem(`latchkey.form ${door.baseUrl}`, JSON.stringify([Date.now()]))
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ redirectCount: 0 } as PerformanceNavigationTiming])
  vi.spyOn(globalThis, 'sessionStorage', 'get').mockImplementation(() => {
    opened()
    return store
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  sessionStorage.clear()
  left.standBacks = {}
  document.body.id = ''
  history.replaceState(null, '', address)
})

async function seenAs(site: Partial<Door>) {
  left.doors = [{ ...door, ...site }]
  const seen = await circumstances()
  if (!seen) throw new Error('nobody’s door')
  return seen
}
const decided = async (site: Partial<Door>): Promise<string> => decide((await seenAs(site)).fromAddress).because.code

test('a site that only offers never opens the tab’s store, which takes longer than all else on its login page', async () => {
  expect(await decided({ onLoginPage: 'offer' })).toBe('told-to-offer')
  expect(opened).not.toHaveBeenCalled()
})

test.each<Partial<Door>>([{ onLoginPage: 'redirect' }, { onLoginPage: 'offer', anonymous: 'sign-in' }])(
  'where people may be sent away, the tab’s store is asked whether the plain form was wanted: %o',
  async (site) => {
    expect(await decided(site)).toBe('backdoor-earlier')
    expect(opened).toHaveBeenCalled()
  },
)

test.each([rememberRedirect, rememberBackdoor])(
  'what another site of the same origin has left in the tab’s store says nothing here',
  async (remember) => {
    sessionStorage.clear()
    remember('https://wiki.acme.com/kb/')
    expect(await decided({})).toBe('told-to-redirect')
  },
)

test.each([
  ['login.action?os_destination=%2Fx', 'not-a-plain-visit'],
  ['dologin.action', 'not-a-plain-visit'],
  ['authenticate.action?destination=%2Fadmin', 'not-a-plain-visit'],
  ['doauthenticate.action', 'not-a-plain-visit'],
  ['logout.action', 'not-a-plain-visit'],
  ['display/DS/login.action', 'told-to-redirect'],
  ['', 'told-to-redirect'],
])('whoever comes from %s of the site: %s', async (from, code) => {
  sessionStorage.clear()
  vi.spyOn(Object.getPrototypeOf(document) as Document, 'referrer', 'get').mockReturnValue(door.baseUrl + from)
  expect(await decided({})).toBe(code)
})

test.each([
  [0, 'told-to-redirect'],
  [1, 'logged-out'],
])('a login page that says nothing of a destination, reached by %i redirects of the site’s own: %s', async (redirectCount, code) => {
  sessionStorage.clear()
  history.replaceState(null, '', '/confluence/login.action')
  vi.mocked(performance.getEntriesByType).mockReturnValue([{ redirectCount } as PerformanceNavigationTiming])
  expect(await decided({})).toBe(code)
})

test('a theme that leaves no mark of Confluence on its login page changes nothing: the person has said what stands at this address', async () => {
  sessionStorage.clear()
  const seen = await seenAs({})
  expect((await seen.fromDocument()).page).toMatchObject({ host: 'Confluence', kind: 'login', baseUrl: door.baseUrl })
})

test('a page that has been parsed by then is judged by what was read of it just now: to read takes longer than to judge', async () => {
  const seen = await seenAs({})
  left.reads = 0
  await seen.fromDocument()
  expect(left.reads).toBe(0)
})

test.each([
  ['names the site, however that is spelled', { 'notice_logged-out': 'You are logged out of $site$.' }, 'You are logged out of $& wiki.'],
  ['is none where the reason has no words', { pageCancel: 'Cancel' }, ''],
  ['is none before any was left', undefined, ''],
])('a text %s', async (_, texts, text) => {
  left.texts = texts
  expect((await seenAs({ name: '$& wiki' })).text('notice_logged-out')).toBe(text)
})

test('a page of no site is nobody’s business', async () => {
  left.doors = [{ ...door, baseUrl: 'https://wiki.acme.com/kb/' }]
  expect(await circumstances()).toBeUndefined()
})

test.each([
  ['a name in the form', '<input value="ann">', true],
  ['a field that is still empty', '<input>', false],
  ['the button that sends it', '<input type="submit" value="Log in">', false],
  ['something else', '<textarea>ann</textarea>', false],
])('whoever stands on %s, %s, has begun to type: %s', async (_, field, typed) => {
  document.body.innerHTML = field
  document.querySelector<HTMLElement>('input, textarea')?.focus()
  expect((await seenAs({})).fromAddress.history.typed).toBe(typed)
  document.body.innerHTML = ''
})

describe('the page has a button of its own already', () => {
  const start = '/confluence/sso/go?idp=1&to={destination}'
  const seenWith = async (link: string) => {
    const seen = await seenAs({ ssoApp: 'custom', start })
    document.body.innerHTML = link
    const has = Boolean(seen.hasOwnButton())
    document.body.innerHTML = ''
    return has
  }

  test.each([
    ['of an app that nobody knows, at the very start that the site was told', '<a href="/confluence/sso/go?idp=1&amp;to=%2Fx">SSO</a>'],
    ['which spells that as a whole address', '<a href="https://wiki.acme.com/confluence/sso/go?idp=1&amp;to=">SSO</a>'],
    [
      'of an app that has one for each provider',
      '<a href="/confluence/plugins/servlet/samlsso?idp=1">A</a><a href="/confluence/plugins/servlet/samlsso?idp=2">B</a>',
    ],
    ['of such an app, that leads on by its script alone', `<button onclick="location='/confluence/sso/go?idp=1&amp;to='">SSO</button>`],
    ['that leads on by its script alone', `<button onclick="location='/confluence/plugins/servlet/samlsso?idp=1'">SSO</button>`],
  ])('%s', async (_, link) => {
    expect(await seenWith(link)).toBe(true)
  })

  test.each([
    '<a href="/confluence/sso/go?idp=2&amp;to=%2Fx">Partners</a>',
    '<a href="/confluence/forgotuserpassword.action">?</a>',
    '<button onclick="help()">?</button>',
    '<div id="moRedirectBox"></div>',
  ])('which %s is not', async (link) => {
    expect(await seenWith(link)).toBe(false)
  })
})

describe('below a site at the root of its host', () => {
  const root = { baseUrl: 'https://wiki.acme.com/' }
  const decidedTwice = async (site: Partial<Door> = {}) => {
    sessionStorage.clear()
    const seen = await seenAs({ ...root, ...site })
    return [decide(seen.fromAddress).act, decide(await seen.fromDocument()).act]
  }
  /** The site's SSO starts at its root. */
  const atRoot = { start: '/plugins/servlet/oauth/auth?return_to={destination}' }
  const metas = (context: string) => {
    document.head.innerHTML = `<meta name="ajs-context-path" content="${context}"><meta name="ajs-remote-user" content="">`
  }
  afterEach(() => metas(''))

  test('another application’s login page is nobody’s: its address says nothing, and its document nothing of Confluence', async () => {
    expect(await decidedTwice()).toEqual(['stay', 'stay'])
  })

  test('the wiki’s own at a path that nobody configured, where its SSO starts, is known by its document', async () => {
    document.body.id = 'com-atlassian-confluence'
    expect(await decidedTwice()).toEqual(['stay', 'redirect'])
  })

  test('another Confluence’s login page is nobody’s: whoever wants to come in there is not sent to the site’s SSO', async () => {
    document.body.id = 'com-atlassian-confluence'
    metas('/confluence')
    expect(await decidedTwice(atRoot)).toEqual(['stay', 'stay'])
  })

  test('a site of which only the host was given, and whose SSO nobody knows yet, can still learn it from the wiki below it', async () => {
    document.body.id = 'com-atlassian-confluence'
    metas('/confluence')
    const { start: _, ...unknown } = door
    left.doors = [{ ...unknown, ...root }]
    const seen = await circumstances()
    expect((await seen?.fromDocument())?.page).toMatchObject({ host: 'Confluence', kind: 'login' })
  })

  test('nor is a visitor of another Confluence signed in to the site', async () => {
    document.body.id = 'com-atlassian-confluence'
    metas('/confluence')
    history.replaceState(null, '', '/confluence/display/PUB/Welcome')
    expect(await decidedTwice({ ...atRoot, anonymous: 'sign-in' })).toEqual(['stay', 'stay'])
  })

  test('a visitor of the site’s own page is', async () => {
    document.body.id = 'com-atlassian-confluence'
    metas('')
    history.replaceState(null, '', '/display/PUB/Welcome')
    expect(await decidedTwice({ ...atRoot, anonymous: 'sign-in' })).toEqual(['stay', 'redirect'])
  })
})

describe('behind a proxy that shows the wiki at another path than its own', () => {
  const visited = async (path: string, context: string, site: Partial<Door> = {}) => {
    sessionStorage.clear()
    document.body.id = 'com-atlassian-confluence'
    document.head.innerHTML = `<meta name="ajs-context-path" content="${context}"><meta name="ajs-remote-user" content="">`
    history.replaceState(null, '', path)
    const seen = await seenAs({ anonymous: 'sign-in', ...site })
    return decide(await seen.fromDocument()).act
  }
  afterEach(() => {
    document.head.innerHTML = ''
  })

  test('a visitor is signed in: no other Confluence’s pages stand below the path that was configured', async () => {
    expect(await visited('/confluence/display/PUB/Welcome', '/wiki-node')).toBe('redirect')
  })

  test('a visitor of another Confluence below the site’s path is not', async () => {
    expect(await visited('/confluence/kb/display/PUB/Welcome', '/confluence/kb')).toBe('stay')
  })

  test('nor is one of a Confluence at some path of a host of which nothing else was given', async () => {
    const root = { baseUrl: 'https://wiki.acme.com/', start: '/plugins/servlet/oauth/auth?return_to={destination}' }
    expect(await visited('/kb/display/PUB/Welcome', '/kb-node', root)).toBe('stay')
  })
})

describe('while a page is still being loaded', () => {
  const prototype = Object.getPrototypeOf(document) as Document
  /** Whether the document is judged by now. */
  const judging = async () => {
    sessionStorage.clear()
    vi.spyOn(prototype, 'readyState', 'get').mockReturnValue('loading')
    const seen = await seenAs({ anonymous: 'sign-in' })
    const judged = vi.fn()
    void seen.fromDocument().then(judged)
    await Promise.resolve()
    return judged
  }

  test('a login page waits for the end of it: what tells of a refused password may come last', async () => {
    const judged = await judging()
    document.body.id = 'com-atlassian-confluence'
    await new Promise((noticed) => setTimeout(noticed))
    expect(judged).not.toHaveBeenCalled()
    document.body.innerHTML = '<form><p class="aui-message-error">Wrong</p></form>'
    vi.spyOn(prototype, 'readyState', 'get').mockReturnValue('interactive')
    dispatchEvent(new Event('DOMContentLoaded'))
    await vi.waitFor(() => expect(judged).toHaveBeenCalledOnce())
    expect(judged.mock.calls[0]?.[0].page).toMatchObject({ kind: 'login-failed' })
    document.body.innerHTML = ''
  })

  test.each([
    ['a logout in another tab is seen', undefined, 'held-off'],
    ['so is a login, which ends the pause', 'held-off', 'anonymous'],
  ])('%s', async (_, before, code) => {
    history.replaceState(null, '', '/confluence/display/PUB/Welcome')
    sessionStorage.clear()
    vi.spyOn(prototype, 'readyState', 'get').mockReturnValue('loading')
    const { body } = document
    body.remove()
    const pause = (because?: string) => {
      left.standBacks = because ? { [door.baseUrl]: { until: Date.now() + 60_000, because } } : {}
    }
    pause(before)
    const seen = await seenAs({ anonymous: 'sign-in' })
    const judged = seen.fromDocument()
    pause(before ? undefined : 'held-off')
    document.head.innerHTML = '<meta name="ajs-context-path" content="/confluence"><meta name="ajs-remote-user" content="">'
    body.id = 'com-atlassian-confluence'
    document.documentElement.append(body)
    expect(decide(await judged).because.code).toBe(code)
    document.head.innerHTML = ''
  })

  test('another page of the site is judged as soon as it has a body, before anything is painted', async () => {
    history.replaceState(null, '', '/confluence/display/PUB/Welcome')
    const judged = await judging()
    await vi.waitFor(() => expect(judged).toHaveBeenCalledOnce())
  })
})

test('a page that is rendered ahead of a visit is judged by what holds when it is shown', async () => {
  const prerendering = vi.fn(() => true)
  Object.defineProperty(Object.getPrototypeOf(document), 'prerendering', { get: prerendering, configurable: true })
  const code = decided({ onLoginPage: 'redirect' })
  left.standBacks = { [door.baseUrl]: { until: Date.now() + 60_000, because: 'held-off' } }
  document.dispatchEvent(new Event('prerenderingchange'))
  expect(await code).toBe('held-off')
  Reflect.deleteProperty(Object.getPrototypeOf(document), 'prerendering')
})
