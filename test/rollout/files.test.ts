import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import Ajv from 'ajv'
import fc from 'fast-check'
import { parse } from 'plist'
import { expect, test } from 'vitest'
import manifest from '../../manifest.json'
import { words } from '../../scripts/rollout/words'
import { defaultOrigins } from '../../src/rollout/browsers'
import { plist } from '../../src/rollout/plist'
import { resolve } from '../../src/settings/resolve'
import { settingsSchema } from '../../src/settings/schema'
import { fileOf, filesOf, ownServer, planOf, settings } from './example'
import { readReg } from './reg-reader'

type Json = Readonly<Record<string, unknown>>
const id = defaultOrigins.chrome.id
const geckoId = defaultOrigins.firefox.id
const { values } = planOf(settings)
const files = filesOf(settings, ownServer)
const json = (name: string) => JSON.parse(fileOf(files, name)) as Json
const nextToManifest = 'https://intranet.acme.example/latchkey'

test('policy holds what the settings file said, and not one value more', () => {
  expect(values).toEqual(settings)
  expect(resolve({}, values)).toEqual(resolve({}, settings))
})

test('the settings fit their own schema, to somebody else’s mind too', () => {
  const validate = new Ajv({ strict: true }).compile(settingsSchema(words.help))
  expect(validate(values), JSON.stringify(validate.errors)).toBe(true)
  expect(validate({ ...values, appearance: { theme: 'pink' } })).toBe(false)
})

test('Chrome’s id is the one that follows from the manifest’s key', async () => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', Buffer.from(manifest.key, 'base64')))
  const letters = [...digest.slice(0, 16)].flatMap((byte) => [byte >> 4, byte & 15]).map((digit) => 'abcdefghijklmnop'[digit])
  expect(id).toBe(letters.join(''))
})

test('on Linux, Chrome and Edge get the extension and its policy by one file each', () => {
  expect(json('linux/chrome.json')).toEqual({
    ExtensionSettings: {
      [id]: {
        installation_mode: 'force_installed',
        update_url: ownServer.chromeUrl,
        override_update_url: true,
        toolbar_pin: 'force_pinned',
      },
    },
    '3rdparty': { extensions: { [id]: values } },
  })
  expect(json('linux/edge.json')['ExtensionSettings']).toEqual({
    [id]: { installation_mode: 'force_installed', update_url: defaultOrigins.edge.url, toolbar_state: 'force_shown' },
  })
})

test('Firefox gets both by policies.json', () => {
  expect(json('firefox/policies.json')).toEqual({
    policies: {
      ExtensionSettings: {
        [geckoId]: {
          installation_mode: 'force_installed',
          install_url: ownServer.firefoxUrl,
          update_url: `${nextToManifest}/updates.json`,
          default_area: 'navbar',
        },
      },
      '3rdparty': { Extensions: { [geckoId]: values } },
    },
  })
})

test('the Google Admin console gets every value wrapped', () => {
  const wrapped = Object.entries(json('google-admin/latchkey.json')).map(([name, value]) => [name, (value as { Value: unknown }).Value])
  expect(Object.fromEntries(wrapped)).toEqual(values)
})

test('Macs get property lists that others can read', () => {
  for (const domain of ['com.google.Chrome', 'com.microsoft.Edge']) {
    expect(parse(fileOf(files, `jamf/${domain}.extensions.${id}.plist`))).toEqual(values)
    expect(parse(fileOf(files, `jamf/${domain}.plist`))).toHaveProperty(['ExtensionSettings', id, 'installation_mode'], 'force_installed')
  }
  expect(parse(fileOf(files, 'jamf/org.mozilla.firefox.plist'))).toEqual({
    EnterprisePoliciesEnabled: true,
    ...(json('firefox/policies.json')['policies'] as object),
  })
})

test('a Mac’s profile has a payload for each of them, none with another’s identifier', () => {
  const profile = parse(fileOf(files, 'macos/latchkey.mobileconfig')) as unknown as { PayloadContent: Record<string, string>[] }
  expect(profile).toMatchObject({
    PayloadType: 'Configuration',
    PayloadVersion: 1,
    PayloadScope: 'System',
    PayloadRemovalDisallowed: false,
  })
  const types = profile.PayloadContent.map(({ PayloadType }) => PayloadType)
  expect(types).toEqual([
    'com.google.Chrome',
    `com.google.Chrome.extensions.${id}`,
    'com.microsoft.Edge',
    `com.microsoft.Edge.extensions.${id}`,
    'org.mozilla.firefox',
  ])
  expect(profile.PayloadContent[1]).toMatchObject(values)
  for (const unique of ['PayloadUUID', 'PayloadIdentifier'])
    expect(new Set(profile.PayloadContent.map((payload) => payload[unique])).size, unique).toBe(types.length)
})

const registry = (file: string, from = files) => readReg(fileOf(from, `windows/latchkey-${file}.reg`))

test.each([
  ['chrome', String.raw`SOFTWARE\Policies\Google\Chrome`],
  ['edge', String.raw`SOFTWARE\Policies\Microsoft\Edge`],
])('the registry of Windows holds %s’s policy: groups as keys, lists as JSON', (browser, root) => {
  const policy = `${root}\\3rdparty\\extensions\\${id}\\policy`
  const { deleted, keys } = registry(browser)
  expect(deleted, 'what an earlier policy has left').toEqual([policy])
  const { sites, providers, ...others } = keys[policy] ?? {}
  expect(others).toEqual({ version: 1, lockLists: 1 })
  expect({ sites: JSON.parse(String(sites)), providers: JSON.parse(String(providers)) }).toEqual({
    sites: values['sites'],
    providers: values['providers'],
  })
  expect(keys[`${policy}\\features`]).toEqual({ export: 0, pasteToken: 1 })
  expect(keys[`${policy}\\appearance`]).toEqual({ theme: 'dark' })
})

test('the registry of Windows holds Firefox’s policy as one text', () => {
  const { keys } = registry('firefox')
  const root = String.raw`SOFTWARE\Policies\Mozilla\Firefox`
  expect(JSON.parse(String(keys[`${root}\\3rdparty\\Extensions`]?.[geckoId]))).toEqual(values)
})

test.each([
  ['chrome', String.raw`SOFTWARE\Policies\Google\Chrome\ExtensionSettings`, id],
  ['edge', String.raw`SOFTWARE\Policies\Microsoft\Edge\ExtensionSettings`, id],
  ['firefox', String.raw`SOFTWARE\Policies\Mozilla\Firefox\ExtensionSettings`, geckoId],
])(
  '%s is installed by a registration file of its own: beside the policy it would hide what an organisation has there as a text',
  (browser, root, ours) => {
    expect(Object.keys(registry(browser).keys).filter((key) => key.startsWith(root))).toEqual([])
    const installation = registry(`${browser}-install`).keys
    expect(Object.keys(installation)).toEqual([`${root}\\${ours}`])
    expect(installation[`${root}\\${ours}`]).toMatchObject({ installation_mode: 'force_installed' })
  },
)

/** Debian's libwin-hivex-perl. */
const hasHivex = spawnSync('perl', ['-MWin::Hivex::Regedit', '-e', '1']).status === 0

test.skipIf(!hasHivex)('registration files say to somebody else’s parser what they say to ours', () => {
  const written = Object.entries(files).filter(([name]) => name.endsWith('.reg'))
  expect(written.length).toBe(6)
  for (const [name, input] of written) {
    const { stdout, stderr } = spawnSync('perl', [fileURLToPath(new URL('hivex.pl', import.meta.url))], { input, encoding: 'utf8' })
    expect(stderr, name).toBe('')
    expect(JSON.parse(stdout), name).toEqual(readReg(input))
  }
})

test('a registration file names each key once', () => {
  for (const [name, content] of Object.entries(files).filter(([name]) => name.endsWith('.reg'))) {
    const keys = [...content.matchAll(/^\[HKEY.*\]/gm)].map(([line]) => line)
    expect(keys, name).toEqual([...new Set(keys)])
  }
})

test('whoever moves from a server of their own to the store is left nothing of the server', () => {
  for (const browser of ['chrome', 'firefox']) {
    const [before, after] = [files, filesOf(settings)].map((from) => registry(`${browser}-install`, from))
    const [key = ''] = Object.keys(before?.keys ?? {})
    expect(after?.deleted, browser).toContain(key)
    expect(Object.keys(after?.keys[key] ?? {}).length, browser).toBeLessThan(Object.keys(before?.keys[key] ?? {}).length)
  }
})

test('nothing for Windows has a letter that a code page could change, in the addresses of a server either', () => {
  const chromeUrl = 'file:///C:/Größe/"ja"/updates.xml'
  const all = filesOf(settings, { chromeUrl, firefoxUrl: 'https://bücher.acme.example/it’s/\nlatchkey.xpi' })
  for (const [name, content] of Object.entries(all)) if (/\.(reg|ps1)$/.test(name)) expect(content, name).toMatch(/^(?:[\x20-\x7e]*\r\n)*$/)
  const addressIn = (browser: string, name: string) => Object.values(registry(`${browser}-install`, all).keys).map((key) => key[name])
  expect(addressIn('chrome', 'update_url')).toEqual(['file:///C:/Gr%C3%B6%C3%9Fe/%22ja%22/updates.xml'])
  expect(addressIn('firefox', 'install_url')).toEqual(['https://xn--bcher-kva.acme.example/it%E2%80%99s/latchkey.xpi'])
})

test('a server of one’s own gets manifests that name the packages beside them', () => {
  expect(json('self-hosted/updates.json')).toEqual({
    addons: { [geckoId]: { updates: [{ version: '1.2.3', update_link: `${nextToManifest}/latchkey-1.2.3.xpi` }] } },
  })
  expect(fileOf(files, 'self-hosted/updates.xml')).toContain(
    `<updatecheck codebase="${nextToManifest}/latchkey-1.2.3.crx" version="1.2.3"/>`,
  )
  expect(
    Object.keys(filesOf(settings)).filter((name) => name.startsWith('self-hosted')),
    'the stores have their own',
  ).toEqual([])
})

test.each([
  ['Edge alone', {}, ['b'.repeat(32)]],
  ['both, by ids of their own', { chromeUrl: ownServer.chromeUrl, chromeId: 'a'.repeat(32) }, ['a'.repeat(32), 'b'.repeat(32)]],
  ['both, by one id', { chromeUrl: ownServer.chromeUrl, chromeId: 'b'.repeat(32) }, ['b'.repeat(32)]],
])('a server of one’s own serves %s', (_, given, ids) => {
  const all = filesOf(settings, { ...given, edgeId: 'b'.repeat(32), edgeUrl: `${nextToManifest}/updates.xml` })
  expect([...fileOf(all, 'self-hosted/updates.xml').matchAll(/<app appid="(.*)">/g)].map(([, app]) => app)).toEqual(ids)
})

test('an id of the administrator’s own stands wherever there was ours', () => {
  const given = { chromeId: 'a'.repeat(32), edgeId: 'b'.repeat(32), firefoxId: 'latchkey@acme.example' }
  const all = filesOf(settings, given)
  for (const [name, content] of Object.entries(all)) {
    expect(content, name).not.toContain(id)
    expect(content, name).not.toContain(geckoId)
  }
  expect(fileOf(all, 'firefox/policies.json')).toContain('/latest/latchkey@acme.example/latest.xpi')
})

test('Jamf’s form has a title and a place for every setting, and takes these settings', () => {
  const schema = JSON.parse(fileOf(files, 'jamf/latchkey-schema.json')) as { properties: Record<string, { title: string }> }
  expect(schema.properties['lockLists']?.title).toBe(words.label('lockLists'))
  const validate = new Ajv({ strict: true, keywords: ['property_order'] }).compile(schema)
  expect(validate(values), JSON.stringify(validate.errors)).toBe(true)
})

test('whatever is in a property list comes out of it again', () => {
  const text = fc.string({ unit: 'binary' }).filter((one) => /^[\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u.test(one))
  fc.assert(
    fc.property(
      fc.dictionary(
        text.filter((key) => key !== '__proto__'),
        fc.oneof(
          text,
          fc.constantFrom(...['\r\n', '\r', '\x85', '\r\x85', '\u2028', '\u2029'].map((end) => `two${end}lines`)),
          fc.boolean(),
          fc.nat(),
          fc.array(text),
        ),
      ),
      (value) => {
        expect(parse(plist(value))).toEqual(value)
      },
    ),
  )
})
