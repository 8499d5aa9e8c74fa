import { expect, test, vi } from 'vitest'
import { elsewhereAt } from '../../src/popup/elsewhere'
import { signInViews } from '../../src/popup/sign-in-state'
import type { Snapshot } from '../../src/popup/snapshot'
import { pageView } from '../../src/popup/state'
import { briefOf } from '../../src/settings/brief'
import { resolve } from '../../src/settings/resolve'
import dialect from '../../src/sso-apps/dialects/miniorange'
import { loginPage, provider, session, settings, site } from './settings'

vi.mock('../../src/platform/browser', () => import('./fake-browser'))

const inBrief = (user: object, policy: object = {}) => briefOf(resolve(user, policy))
const base: Snapshot = { settings: inBrief(settings), journal: [], ssoApps: {}, ways: {}, accounts: {}, signIns: {}, missing: [] }
const spelling = { dialects: { miniorange: dialect }, names: { miniorange: 'miniOrange' } }
const stay = { act: 'stay', because: { code: 'told-to-stay' } } as const
const now = Date.now() / 1000

test('a page below the base URL is the site’s, with what was decided on it and the ways in', () => {
  const ways = { [site.baseUrl]: { start: 'https://wiki.acme.com/start', backdoor: 'https://wiki.acme.com/backdoor' } }
  expect(pageView({ ...base, tab: loginPage, decision: stay, ways })).toEqual({
    kind: 'site',
    site: { ...ways[site.baseUrl], baseUrl: site.baseUrl, name: 'Acme wiki' },
    decision: stay,
  })
})

test('a page of the same host outside the context path is not the site’s', () => {
  expect(pageView({ ...base, tab: { id: 7, url: 'https://wiki.acme.com/jira/' } })).toMatchObject({
    kind: 'other',
    address: 'wiki.acme.com',
  })
})

test('what was decided before on this tab is told on another site’s page, and what was decided on other tabs is not', () => {
  const entry = { at: 5000, tabId: 7, address: 'x', decision: stay }
  const snapshot = { ...base, tab: { id: 7, url: 'https://acme.auth.example/login' } }
  expect(pageView({ ...snapshot, journal: [{ ...entry, tabId: 8 }, entry] })).toMatchObject({ earlier: { at: 5, decision: stay } })
  expect(pageView({ ...snapshot, journal: [{ ...entry, tabId: 8 }] })).not.toHaveProperty('earlier')
})

test.each([
  ['https://wiki.acme.com/confluence/login.action?os_destination=%2F', 'https://wiki.acme.com/confluence/'],
  ['https://wiki.acme.com/display/A', 'https://wiki.acme.com/'],
  ['http://localhost:8090/x', 'http://localhost:8090/'],
  ['http://wiki.acme.com/x', undefined],
])('%s could be added as %s', (url, expected) => expect(elsewhereAt(url).baseUrl).toBe(expected))

test('where policy has closed the lists, no site can be added', () => {
  const tab = { id: 7, url: 'https://other.example/' }
  const elsewhere = elsewhereAt(tab.url)
  expect(pageView({ ...base, tab, elsewhere })).toMatchObject({ addable: 'https://other.example/' })
  expect(pageView({ ...base, settings: inBrief(settings, { lockLists: true }), tab, elsewhere })).toMatchObject({ addable: undefined })
})

test('the user pool’s own pages are no Confluence to add', () => {
  const tab = { id: 7, url: 'https://acme.example/login?client_id=7abc' }
  expect(pageView({ ...base, tab, elsewhere: elsewhereAt(tab.url) })).toEqual({ kind: 'other', address: 'acme.example' })
})

test('a page that the browser keeps to itself is unknown', () => {
  expect(pageView({ ...base, tab: { id: 7 } })).toEqual({ kind: 'unknown' })
  expect(pageView({ ...base, tab: { id: 7, url: 'chrome://settings/' } })).toEqual({ kind: 'unknown' })
  expect(pageView(base)).toEqual({ kind: 'unknown' })
})

test('the provider of the site in front comes first', () => {
  const two = { ...settings, providers: [provider, { ...provider, id: 'other' }], sites: [{ ...site, provider: 'other' }] }
  const views = signInViews({ ...base, settings: inBrief(two), tab: loginPage }, spelling, now)
  expect(views.map(({ provider }) => provider)).toEqual(['other', 'acme'])
})

test('claims are spelt as the site’s SSO app wants them', () => {
  const [view] = signInViews({ ...base, accounts: { acme: [session()] }, tab: loginPage }, spelling, now)
  expect(view?.signedIn).toMatchObject({ app: 'miniOrange', person: { name: 'Ann Archer' } })
  expect(view?.signedIn?.rows).toContainEqual(expect.objectContaining({ name: 'cognito:groups', value: '"dev";"ops"' }))
})

test('of several providers none is the one of a site that names none: its SSO app spells nobody’s claims', () => {
  const two = { ...settings, providers: [provider, { ...provider, id: 'other' }], sites: [{ ...site, provider: '' }] }
  const [view] = signInViews({ ...base, settings: inBrief(two), accounts: { acme: [session()] }, tab: loginPage }, spelling, now)
  expect([view?.provider, view?.signedIn?.app]).toEqual(['acme', undefined])
})

test('claims stand as in the token where the SSO app is not known', () => {
  const auto = inBrief({ ...settings, sites: [{ ...site, ssoApp: 'auto' }] })
  const [view] = signInViews({ ...base, settings: auto, accounts: { acme: [session()] } }, spelling, now)
  expect(view?.signedIn).toMatchObject({ app: undefined })
  expect(view?.signedIn?.rows).toContainEqual(expect.objectContaining({ value: '["dev","ops"]' }))
})

test('a session that has run out leaves what it said, as out of date', () => {
  const [view] = signInViews({ ...base, accounts: { acme: [session()] } }, spelling, now + 7200)
  expect(view?.signedIn).toMatchObject({ isOver: true, person: { name: 'Ann Archer' } })
})

test('of several accounts the one in front is shown, and the others by name', () => {
  const bob = session({ sub: '2', name: 'Bob Baker' })
  const [view] = signInViews({ ...base, accounts: { acme: [session(), bob] } }, spelling, now)
  expect(view?.signedIn).toMatchObject({
    isOver: false,
    person: { name: 'Ann Archer' },
    others: [{ sub: '2', person: { name: 'Bob Baker' } }],
  })
})

test('the claims of a refused token are kept apart from those of a session', () => {
  const { claims, verification } = session()
  const failed = {
    phase: 'failed',
    at: now,
    problem: { code: 'token-refused', failed: ['nonce'] },
    unverified: { claims, verification },
  } as const
  const [view] = signInViews({ ...base, signIns: { acme: failed } }, spelling, now)
  expect(view?.signedIn).toBeUndefined()
  expect(view?.unverified?.rows.length).toBeGreaterThan(3)
})
