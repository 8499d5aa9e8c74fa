import { describe, expect, test } from 'vitest'
import type { KnownApp } from '../../src/login-page/door-of-site'
import type { LoginPage } from '../../src/login-page/page'
import type { Ending } from '../../src/setup/discover'
import { afterAsking, afterAskingFromPage, afterSeeing, type Discovery, isDue, learnedStart, refusedIn } from '../../src/setup/discovery'
import { ssoApps } from '../../src/sso-apps'

const [minute, day] = [60_000, 86_400_000]
const now = 100 * day
const path = 'plugins/servlet/oauth/getconfig'
const miniorange = { ssoApp: 'miniorange', backdoor: 'plain=yes' }
const asked = (ending: Ending) => [{ path, ending }]
const told: Discovery = { at: now, asked: asked('found'), known: miniorange, from: path }
const login: LoginPage = {
  host: 'Confluence',
  kind: 'login',
  baseUrl: 'https://w/',
  appRedirects: false,
  evidence: { host: [], kind: [] },
  ssoApp: 'kantega',
}
const seen: Discovery = { at: now, asked: asked('not-there'), known: { ssoApp: 'kantega' }, from: 'login-page' }

test.each<[string, Discovery | undefined, boolean]>([
  ['was never asked', undefined, true],
  ['was asked a moment ago', { at: now - minute, asked: asked('found'), known: miniorange }, false],
  ['was asked yesterday', { at: now - day - 1, asked: asked('found'), known: miniorange }, true],
  ['could not be reached ten minutes ago', { at: now - 10 * minute, asked: asked('no-connection') }, true],
  ['could not be reached a minute ago', { at: now - minute, asked: asked('no-connection') }, false],
  ['could not be reached, but is known', { at: now - 10 * minute, asked: asked('status'), known: miniorange }, false],
  [
    'could not be reached with one of its questions ten minutes ago',
    { at: now - 10 * minute, asked: [...asked('not-there'), ...asked('status')] },
    true,
  ],
  ['has no such page', { at: now - 10 * minute, asked: asked('not-there') }, false],
  ['could not be asked for want of a grant', { at: now, asked: asked('not-granted') }, true],
  ['was asked in the future, by a clock that was wrong', { at: now + day, asked: asked('found') }, true],
  ['was asked by an older version', { at: now - minute, known: miniorange }, false],
])('a site that %s is to be asked: %s', (_, discovery, due) => expect(isDue(discovery, now)).toBe(due))

describe('what a site once told', () => {
  test.each<Ending>(['no-connection', 'too-slow', 'status', 'forbidden', 'html', 'led-elsewhere', 'not-granted', 'too-large', 'not-json'])(
    'is kept when it answers: %s',
    (ending) => expect(afterAsking(told, { asked: asked(ending) }, now)).toMatchObject({ known: miniorange, from: path }),
  )
  test.each<Ending>(['not-there', 'another-app', 'switched-off', 'empty'])('is forgotten when it answers: %s', (ending) =>
    expect(afterAsking(told, { asked: asked(ending) }, now)).not.toHaveProperty('known'),
  )
  test('is nothing where it has not told anything yet', () => {
    expect(afterAsking(undefined, { asked: asked('not-there') }, now)).toEqual({ at: now, asked: asked('not-there') })
  })
  test('is replaced by what it tells now', () => {
    const known = { ssoApp: 'miniorange', backdoor: null }
    expect(afterAsking(told, { asked: asked('found'), known, from: path }, now).known).toEqual(known)
  })
  test('is not overruled by what its login page shows', () => expect(afterSeeing(told, login)).toBeUndefined())
})

describe('what a login page shows', () => {
  test('is known from then on, together with its start link', () => {
    const startLink = '/plugins/servlet/no.kantega.saml/sp/7/login?redirect={destination}'
    expect(afterSeeing({ at: now, asked: asked('not-there') }, login, startLink)).toEqual({
      at: now,
      asked: asked('not-there'),
      known: { ssoApp: 'kantega', start: startLink },
      from: 'login-page',
    })
  })
  test('is kept while the site says nothing about itself, and gives way to an answer', () => {
    expect(afterAsking(seen, { asked: asked('not-there') }, now)).toMatchObject({ known: seen.known, from: 'login-page' })
    expect(afterAsking(seen, { asked: asked('found'), known: miniorange, from: path }, now)).toMatchObject({
      known: miniorange,
      from: path,
    })
  })
  test('is forgotten once there is nothing where SSO started, unless another app answers', () => {
    const findings = { asked: asked('not-there'), isStartGone: true }
    expect(afterAsking(seen, findings, now)).toEqual({ at: now, asked: findings.asked })
    expect(afterAsking(seen, { ...findings, known: miniorange, from: path }, now).known).toEqual(miniorange)
  })
  test('is asked for where it says that SSO starts, which nobody asks of what the site told itself', () => {
    const baseUrl = 'https://wiki.acme.example/confluence/'
    const at = (known: KnownApp, from = 'login-page') => learnedStart(baseUrl, { at: now, known, from }, ssoApps)
    expect(at({ ssoApp: 'kantega', start: '/confluence/sso/7?redirect={destination}' })).toBe('https://wiki.acme.example/confluence/sso/7')
    expect(at({ ssoApp: 'resolution' })).toBe(`${baseUrl}plugins/servlet/samlsso`)
    expect(at({ ssoApp: 'kantega' })).toBeUndefined()
    expect(at(miniorange, path)).toBeUndefined()
    expect(learnedStart(baseUrl, undefined, ssoApps)).toBeUndefined()
  })
  test('changes with the page, but a page without a link takes no link away', () => {
    const linked = afterSeeing(seen, login, '/sso?redirect={destination}')
    expect(linked?.known?.start).toBe('/sso?redirect={destination}')
    expect(afterSeeing(linked, login)).toBeUndefined()
    expect(afterSeeing(linked, { ...login, ssoApp: 'resolution' })?.known).toEqual({ ssoApp: 'resolution' })
  })
  test('is nothing new the second time', () => expect(afterSeeing(seen, login)).toBeUndefined())
  test('is not taken from a page that is no login page', () => {
    expect(afterSeeing(undefined, { ...login, kind: 'signed-in' })).toBeUndefined()
    expect(afterSeeing(undefined, { ...login, kind: 'anonymous' })).toBeUndefined()
  })
  test('is taken without a start link that is too long to be one', () => {
    const startLink = `/sso?x=${'x'.repeat(2000)}&redirect={destination}`
    expect(afterSeeing(undefined, login, startLink)?.known).toEqual({ ssoApp: 'kantega' })
  })
})

describe('a question that was refused', () => {
  const refused: Discovery = { at: now, asked: [...asked('forbidden'), { path: 'other', ending: 'not-there' }] }

  test('is put once more from the site’s own page, and then no more', () => {
    expect(refusedIn(refused)).toEqual([path])
    const again = afterAskingFromPage(refused, { asked: asked('forbidden') })
    expect(refusedIn(again)).toEqual([])
    expect(again.asked).toEqual([
      { path, ending: 'forbidden', fromPage: true },
      { path: 'other', ending: 'not-there' },
    ])
  })
  test('is none where nothing was asked, or by an older version', () => {
    expect([refusedIn(undefined), refusedIn({ at: now, known: miniorange })]).toEqual([[], []])
  })
  test('tells from there what it tells', () => {
    const findings = { asked: asked('found'), known: miniorange, from: path }
    expect(afterAskingFromPage(refused, findings)).toMatchObject({ known: miniorange, from: path, at: now })
  })
  test('takes nothing away from what another question has told', () => {
    const both: Discovery = {
      ...refused,
      asked: [...asked('forbidden'), { path: 'other', ending: 'found' }],
      known: { ssoApp: 'atlassian' },
      from: 'other',
    }
    const findings = { asked: asked('found'), known: miniorange, from: path }
    expect(afterAskingFromPage(both, findings)).toMatchObject({ known: { ssoApp: 'atlassian' }, from: 'other' })
  })
})
