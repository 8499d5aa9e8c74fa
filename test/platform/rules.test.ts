import { beforeEach, expect, test, vi } from 'vitest'
import { doorFor } from '../../src/login-page/doors'
import type { Rule } from '../../src/login-page/rule'
import { standBackRule, triedRule } from '../../src/login-page/tab-rules'
import { ruleDoors, ruleSession } from '../../src/platform/rules'
import { resolve } from '../../src/settings/resolve'
import { ssoApps } from '../../src/sso-apps'

/** A browser that holds expressions of so many letters, and refuses all rules for one that is longer. */
const world = vi.hoisted(() => ({ longest: 200, dynamic: [] as Rule[], session: [] as Rule[], isBroken: false }))
vi.mock('../../src/platform/browser', () => {
  const fits = ({ condition }: Rule) => (condition.regexFilter?.length ?? 0) <= world.longest
  const update =
    (name: 'dynamic' | 'session') =>
    async ({ addRules }: { addRules: Rule[] }) => {
      if (world.isBroken && addRules.length) throw new Error('internal error')
      if (!addRules.every(fits)) throw new Error('memory limit exceeded')
      world[name] = addRules
    }
  return {
    browser: {
      declarativeNetRequest: {
        getDynamicRules: async () => world.dynamic,
        getSessionRules: async () => world.session,
        updateDynamicRules: update('dynamic'),
        updateSessionRules: update('session'),
        isRegexSupported: async ({ regex }: { regex: string }) => ({ isSupported: regex.length <= world.longest }),
      },
    },
  }
})
beforeEach(() => {
  Object.assign(world, { dynamic: [], session: [], isBroken: false })
})

const wiki = 'https://wiki.acme.example/confluence/'
const long = `https://docs.acme.example/${'long'.repeat(40)}/`
const doors = resolve(
  { sites: [wiki, long].map((baseUrl) => ({ baseUrl, ssoApp: 'miniorange', onLoginPage: 'redirect' })) },
  {},
).settings.sites.map((site) => doorFor(site, undefined, { apps: ssoApps, buttonText: 'Log in' }))
const domains = () => [...new Set(world.dynamic.flatMap(({ condition }) => condition.requestDomains ?? []))]

test('a site that the browser cannot hold does not take the others’ rules with it', async () => {
  const ruled = await ruleDoors(doors)
  expect(ruled.map(({ baseUrl }) => baseUrl)).toEqual([wiki])
  expect(domains()).toEqual(['wiki.acme.example'])
})

test('a browser that refuses everything leaves no site ruled', async () => {
  world.isBroken = true
  expect(await ruleDoors(doors)).toEqual([])
  expect(world.dynamic).toEqual([])
})

test('no doors, no rules', async () => {
  await ruleDoors(doors)
  expect(await ruleDoors([])).toEqual([])
  expect(world.dynamic).toEqual([])
})

test('a guard that the browser cannot hold does not take the hold-off with it', async () => {
  await ruleSession([standBackRule({ baseUrl: wiki }, 1), triedRule({ baseUrl: long }, 2, 7)])
  expect(world.session.map(({ id }) => id)).toEqual([1])
})
