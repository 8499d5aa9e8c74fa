// @vitest-environment happy-dom
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { words } from '../../scripts/rollout/words'
import { fileOf, filesOf, planOf, settings } from './example'
import { readReg } from './reg-reader'

const files = filesOf(settings)
const admx = fileOf(files, 'windows/latchkey.admx')
const adml = fileOf(files, 'windows/latchkey.adml')
const intune = JSON.parse(fileOf(files, 'intune/latchkey-oma-uri.json')) as {
  omaSettings: { omaUri: string; value: string; displayName: string }[]
}
const schema = readFileSync(`${import.meta.dirname}/admx.xsd`, 'utf8')
const read = (xml: string) => new DOMParser().parseFromString(xml, 'text/xml')
const attributes = (xml: string, selector: string, name: string) =>
  [...read(xml).querySelectorAll(selector)].map((element) => element.getAttribute(name) ?? '')

async function complaints(xml: string): Promise<readonly string[]> {
  const { valid, errors } = await validateXML({ xml: [{ fileName: 'it.xml', contents: xml }], schema: [schema] })
  return valid ? [] : errors.map(({ message }) => message)
}

test('the template and its words are what Windows’ schema asks for', async () => {
  expect(await complaints(admx)).toEqual([])
  expect(await complaints(adml)).toEqual([])
  expect(await complaints(admx.replaceAll('class="Machine"', '')), 'and the schema bites').not.toEqual([])
})

test('every text and every form that the template names is there, and none is left over', () => {
  const named = (kind: string) =>
    [...new Set([...admx.matchAll(new RegExp(String.raw`\$\(${kind}\.(\w+)\)`, 'g'))].map(([, id]) => id))].sort()
  expect(attributes(adml, 'stringTable > string', 'id').sort()).toEqual(named('string'))
  expect(attributes(adml, 'presentationTable > presentation', 'id').sort()).toEqual(named('presentation'))
  const fields = [...attributes(admx, 'text', 'id'), ...attributes(admx, 'enum', 'id')]
  expect([...attributes(adml, 'textBox', 'refId'), ...attributes(adml, 'dropdownList', 'refId')].sort()).toEqual(fields.sort())
})

test('every setting can be set in Chrome and in Edge, under its name and with its help', () => {
  const names = attributes(admx, 'policy', 'name')
  const settingsThere = [
    'sites',
    'providers',
    'appearance_theme',
    'appearance_language',
    'features_workbench',
    'features_export',
    'lockLists',
  ]
  for (const name of settingsThere) expect(names).toEqual(expect.arrayContaining([`Chrome_${name}`, `Edge_${name}`]))
  expect(names).toContain('Firefox_settings')
  expect(adml).toContain(`<string id="Chrome_lockLists">${words.label('lockLists')}</string>`)
})

test('what is set in the editor lands where the registration files write it', () => {
  const places = [...read(admx).querySelectorAll('policy')].map((policy) => {
    const field = policy.querySelector('elements > *')
    return `${policy.getAttribute('key')}\\${(field ?? policy).getAttribute('valueName')}`
  })
  for (const browser of ['chrome', 'edge', 'firefox']) {
    const { keys } = readReg(fileOf(files, `windows/latchkey-${browser}.reg`))
    const written = Object.entries(keys).flatMap(([key, values]) => Object.keys(values).map((name) => `${key}\\${name}`))
    expect(places, browser).toEqual(expect.arrayContaining(written.filter((place) => !place.endsWith('\\version'))))
  }
})

test('the help of a list, and of no other setting, says that it is typed as JSON', () => {
  const help = [...read(adml).querySelectorAll('string')].filter(({ textContent }) => textContent?.includes(words.asJson))
  expect(help.map(({ id }) => id)).toEqual(['Chrome_sites_about', 'Chrome_providers_about', 'Edge_sites_about', 'Edge_providers_about'])
})

test('choices stand in the order of the options page, and the least versions are those of the packages', () => {
  expect(new Set(attributes(adml, 'dropdownList', 'noSort'))).toEqual(new Set(['true']))
  const { minimum_chrome_version: chromium } = JSON.parse(readFileSync('manifest.json', 'utf8')) as { minimum_chrome_version: string }
  const [, firefox] = /strict_min_version: '(\d+)/.exec(readFileSync('vite.config.ts', 'utf8')) ?? []
  const supported = read(adml).querySelector('#Supported')?.textContent
  expect(supported).toBe(`Google Chrome ${chromium}, Microsoft Edge ${chromium}, Mozilla Firefox ${firefox}`)
})

test('no field of the editor can be left empty: the policy would be in force and say nothing', () => {
  expect(new Set([...attributes(admx, 'text', 'required'), ...attributes(admx, 'enum', 'required')])).toEqual(new Set(['true']))
})

test('whoever enables a policy also says which version of the settings’ form it speaks, where the extension looks for it', () => {
  const chromium = [...read(admx).querySelectorAll('policy')].filter((policy) => policy.getAttribute('name') !== 'Firefox_settings')
  for (const policy of chromium) {
    const item = policy.querySelector('enabledList > item[valueName="version"]')
    expect(item?.querySelector('decimal')?.getAttribute('value')).toBe(String(planOf(settings).values['version']))
    expect(item?.getAttribute('key'), 'beside the groups, not in one').toMatch(/\\policy$/)
    expect(`${policy.getAttribute('key')}\\`).toContain(`${item?.getAttribute('key')}\\`)
  }
})

test('what to enter in the editor stands ready, a line for each field', () => {
  const entries = fileOf(files, 'windows/latchkey-group-policy.txt').trimEnd().split('\r\n\r\n')
  const entered = Object.fromEntries(
    entries.map((entry) => {
      const [title = '', ...lines] = entry.split('\r\n')
      return [title, lines]
    }),
  )
  const { values } = planOf(settings)
  for (const browser of ['Google Chrome', 'Microsoft Edge']) {
    const json = (name: string) => JSON.parse(entered[`${browser} › ${name}: Enabled`]?.[0] ?? '') as unknown
    expect(json('Sites')).toEqual(values['sites'])
    expect(json('Identity providers')).toEqual(values['providers'])
    expect(entered[`${browser} › Theme: Enabled`]).toEqual(['Dark'])
    expect(entered[`${browser} › Export: Disabled`]).toEqual([])
    expect(entered[`${browser} › Lock lists: Enabled`]).toEqual([])
  }
  expect(JSON.parse(entered['Mozilla Firefox › Latchkey: Enabled']?.[0] ?? '')).toEqual(values)
  expect(entries.length, 'and nothing of what policy leaves open').toBe(2 * 6 + 1)
})

test('Intune gets a template without Edge, which it would refuse, and each value by its address', async () => {
  const [template, ...rest] = intune.omaSettings
  expect(template?.omaUri).toBe('./Device/Vendor/MSFT/Policy/ConfigOperations/ADMXInstall/Latchkey/Policy/Latchkey')
  expect(await complaints(template?.value ?? '')).toEqual([])
  expect(template?.value).not.toContain('Microsoft\\Edge')
  const names = attributes(template?.value ?? '', 'policy', 'name')
  for (const { omaUri, displayName } of rest) {
    expect(names).toContain(displayName)
    expect(omaUri).toBe(`./Device/Vendor/MSFT/Policy/Config/Latchkey~Policy~Latchkey~${displayName.split('_')[0]}/${displayName}`)
  }
  const stateOf = (name: string) => rest.find(({ displayName }) => displayName === name)?.value
  expect([stateOf('Chrome_features_export'), stateOf('Chrome_lockLists')]).toEqual(['<disabled/>', '<enabled/>'])
  const dataOf = (name: string) => attributes(`<x>${stateOf(name)}</x>`, 'data', 'value')[0] ?? ''
  const { values } = planOf(settings)
  expect(JSON.parse(dataOf('Chrome_sites'))).toEqual(values['sites'])
  expect(JSON.parse(dataOf('Firefox_settings'))).toEqual(values)
  expect(dataOf('Chrome_appearance_theme')).toBe('dark')
})
