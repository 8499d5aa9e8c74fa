import { expect, test } from 'vitest'
import { type DemoOptions, readArguments } from '../../scripts/demo/arguments.mjs'
import { settingsFor } from '../../scripts/demo/settings'
import { catalog } from '../../src/settings/catalog'
import { resolve } from '../../src/settings/resolve'

const usual = {
  site: 'https://wiki.acme.com/confluence',
  region: 'eu-west-1',
  pool: 'eu-west-1_AbCdEf123',
  domain: 'acme.auth.eu-west-1.amazoncognito.com',
  client: '7abc',
}
const asked = (given: Readonly<Record<string, string>>): DemoOptions | { readonly complaint: string } =>
  readArguments(Object.entries({ ...usual, ...given }).flatMap(([name, value]) => [`--${name}`, value]))

function settingsOf(given: Readonly<Record<string, string>>): object {
  const options = asked(given)
  if ('complaint' in options || !options.real) throw new Error('complaint' in options ? options.complaint : 'no site of one’s own')
  return settingsFor(options.real)
}

test.each(catalog.sites.fields.ssoApp.options ?? [])('somebody’s own site can be tried with the SSO app %s', (app) => {
  const { settings, complaints } = resolve(settingsOf({ 'sso-app': app }), {})
  expect(complaints).toEqual([])
  expect(settings.sites).toMatchObject([{ baseUrl: `${usual.site}/`, ssoApp: app }])
})

test.each(['us-gov-west-1', 'cn-north-1', 'eusc-de-east-1', 'us-isob-east-1'])('and with a user pool in %s', (region) => {
  const { settings, complaints } = resolve(settingsOf({ region, pool: `${region}_AbCdEf123` }), {})
  expect(complaints).toEqual([])
  expect(settings.providers).toMatchObject([{ region, userPoolId: `${region}_AbCdEf123` }])
})

test.each<[string, Readonly<Record<string, string>>, string]>([
  ['no region', { region: 'Europe' }, '--region Europe does not look like eu-west-1.'],
  ['a pool of another region', { pool: 'us-east-1_AbCdEf123' }, '--pool us-east-1_AbCdEf123 does not start with its region'],
  ['an SSO app that there is not', { 'sso-app': 'okta' }, '--sso-app okta is none of auto, '],
  ['a site without https', { site: 'http://wiki.acme.com/' }, '--site http://wiki.acme.com/ is not a plain https address'],
  ['a page where a host belongs', { domain: 'acme.example/login' }, '--domain acme.example/login is not a host name'],
  ['nothing where there has to be something', { client: '' }, 'Still missing: --client (the public app client)'],
])('%s is answered with a sentence and how it should be', (_, given, sentence) => {
  const options = asked(given)
  expect('complaint' in options && options.complaint).toContain(sentence)
  expect('complaint' in options && options.complaint).toContain('npm start -- --site')
})
