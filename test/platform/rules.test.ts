import { beforeEach, expect, test, vi } from 'vitest'
import { doorFor } from '../../src/login-page/door-of-site'
import type { Rule } from '../../src/login-page/rule'
import { ruleDoors } from '../../src/platform/rules'
import { resolve } from '../../src/settings/resolve'
import { ssoApps } from '../../src/sso-apps'

/** A browser that holds expressions of so many letters, and so many of them, and refuses all rules for one that is too much. */
const world = vi.hoisted(() => ({ longest: 500, most: 1000, dynamic: [] as Rule[], isBroken: false }))
vi.mock('../../src/platform/browser', () => {
  const expressionOf = ({ condition }: Rule) => condition.regexFilter ?? ''
  const updateDynamicRules = async ({ removeRuleIds, addRules }: { removeRuleIds: number[]; addRules: Rule[] }) => {
    if (world.isBroken && addRules.length) throw new Error('internal error')
    if (addRules.some((rule) => expressionOf(rule).length > world.longest)) throw new Error('memory limit exceeded')
    if (addRules.filter(expressionOf).length > world.most) throw new Error('too many')
    world.dynamic = [...world.dynamic.filter(({ id }) => !removeRuleIds.includes(id)), ...addRules]
  }
  return { browser: { declarativeNetRequest: { getDynamicRules: async () => world.dynamic, updateDynamicRules } } }
})
beforeEach(() => {
  Object.assign(world, { dynamic: [], most: 1000, isBroken: false })
})

const wiki = 'https://wiki.acme.example/confluence/'
const long = `https://docs.acme.example/${'long'.repeat(100)}/`
const doorsAt = (baseUrls: readonly string[]) =>
  resolve({ sites: baseUrls.map((baseUrl) => ({ baseUrl, ssoApp: 'miniorange', onLoginPage: 'redirect' })) }, {}).settings.sites.map(
    (site) => doorFor(site, undefined, { apps: ssoApps, buttonText: 'Log in' }),
  )
const doors = doorsAt([wiki, long])
const domains = () => [...new Set(world.dynamic.flatMap(({ condition }) => condition.requestDomains ?? []))]

test('a site that the browser cannot hold does not take the others’ rules with it', async () => {
  const ruled = await ruleDoors(doors)
  expect(ruled.map(({ baseUrl }) => baseUrl)).toEqual([wiki])
  expect(domains()).toEqual(['wiki.acme.example'])
})

test('of more sites than the browser can hold as many are ruled as it can', async () => {
  world.most = 42 // two of them are everybody's
  const many = doorsAt(Array.from({ length: 100 }, (_, index) => `https://wiki${index}.acme.example/wiki${index}/`))
  await ruleDoors(doorsAt([wiki]))
  const ruled = await ruleDoors(many)
  expect(ruled).toEqual(many.slice(0, 40))
  expect(domains()).toEqual(ruled.map(({ baseUrl }) => new URL(baseUrl).hostname))
})

test('a browser that refuses everything leaves no site ruled', async () => {
  await ruleDoors(doorsAt([wiki]))
  world.isBroken = true
  expect(await ruleDoors(doors)).toEqual([])
  expect(world.dynamic).toEqual([])
})

test('no doors, no rules', async () => {
  await ruleDoors(doors)
  expect(await ruleDoors([])).toEqual([])
  expect(world.dynamic).toEqual([])
})
