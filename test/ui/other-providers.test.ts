import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** What `providers/cognito.ts` alone can find wrong. */
const cognitosOwn: readonly string[] = [
  'redirect-mismatch',
  'unknown-client',
  'login-pages-unavailable',
  'identity-provider-failed',
  'account-refused',
  'sign-in-page-stale',
  'pool-has-no-domain',
  'region-differs',
  'domain-is-no-issuer',
  'domain-differs',
]

const folder = new URL('../../public/_locales/', import.meta.url)
const textsIn = (language: string) =>
  Object.entries(JSON.parse(readFileSync(new URL(`${language}/messages.json`, folder), 'utf8')) as Record<string, { message: string }>)

const isCognitosOwn = (key: string) => cognitosOwn.some((code) => key.replace(/_next$/, '') === `problem_${code.replaceAll('-', '_')}`)
/** Claims and groups that Cognito alone makes, and the pools that can be asked unconfigured. */
const isAboutCognitos = (key: string) =>
  /^claim_(?:roles|preferred_role|custom)$|^finding_group_of_provider|^finding_groups_elsewhere_too$|^pastedReachable$/.test(key)
/** Failures, what is done about them, the set-up of any provider, its check, and what is said of claims and of a mapping. */
const isForAll = (key: string) =>
  /^(?:problem|trouble|step|skipped)_|^(?:tokenRefused|checkAbout|redirectAbout|showClaimsAbout)|^setting_providers_endpoints_(?!issuer)|^(?:finding|where|claim|refusal|caution|paste)_|^(?:pasted|onlyElsewhere)/.test(
    key,
  ) &&
  !isCognitosOwn(key) &&
  !isAboutCognitos(key)

test.each(readdirSync(folder))('what may be said of any provider names Cognito and its screens in brackets at most: %s', (language) => {
  const untrue = textsIn(language).flatMap(([key, { message }]) => {
    const said = message.replace(/[(（][^)）]*[)）]/g, '')
    return isForAll(key) && /cognito|pool|プール|login pages/i.test(said) ? [`${key}: ${message}`] : []
  })
  expect(untrue).toEqual([])
})

test('no other provider, and nothing that all share, finds wrong what Cognito’s file alone can', () => {
  const files = ['session', 'setup', 'providers', 'platform'].flatMap((room) => {
    const root = new URL(`../../src/${room}/`, import.meta.url)
    return readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.startsWith('cognito'))
      .map((name) => readFileSync(new URL(name, root), 'utf8'))
  })
  const given = cognitosOwn.filter((code) => files.some((text) => text.includes(`code: '${code}'`)))
  expect(given).toEqual([])
})
