import { createRequire } from 'node:module'
import { Language, type Node, Parser } from '@vscode/tree-sitter-wasm'
import { beforeAll, describe, expect, test } from 'vitest'
import { defaultOrigins } from '../../src/rollout/browsers'
import { fileOf, filesOf, ownServer, settings } from './example'
import { runPowershell } from './powershell-run'
import { readReg } from './reg-reader'
import { Registry } from './windows'

const sites = settings.sites.map((site) => ({ ...site, name: 'O\'Brien’s $(wiki) `of` "ours"\'' }))
const files = filesOf({ ...settings, sites, appearance: { theme: 'light' } }, ownServer)
const grammar = createRequire(import.meta.url).resolve('@vscode/tree-sitter-wasm/wasm/tree-sitter-powershell.wasm')
const id = defaultOrigins.chrome.id
const geckoId = defaultOrigins.firefox.id
const browsers = ['chrome', 'edge', 'firefox'] as const

let script: Node
beforeAll(async () => {
  await Parser.init()
  const parser = new Parser().setLanguage(await Language.load(grammar))
  script = parsed(parser, fileOf(files, 'intune/latchkey.ps1'))
})

function parsed(parser: Parser, text: string): Node {
  const tree = parser.parse(text)
  if (!tree) throw new Error('nothing was parsed')
  return tree.rootNode
}

/** The calls of one function, outside of functions, with their arguments as PowerShell understands them. */
const callsOf = (name: string): readonly (readonly unknown[])[] =>
  script
    .descendantsOfType('command')
    .filter((command) => command?.childForFieldName('command_name')?.text === name && !isInFunction(command))
    .map((command) => (command?.childForFieldName('command_elements')?.namedChildren ?? []).flatMap((one) => argumentIn(one)))

const isInFunction = ({ parent }: Node): boolean => parent !== null && (parent.type === 'function_statement' || isInFunction(parent))

function argumentIn(node: Node | null): readonly unknown[] {
  if (!node || node.type === 'command_argument_sep') return []
  const [verbatim] = node.descendantsOfType('verbatim_string_characters')
  if (verbatim) return [verbatim.text.slice(1, -1).replaceAll("''", "'")]
  return [node.descendantsOfType('integer_literal').length > 0 ? Number(node.text) : node.text]
}

test('the script is PowerShell to a parser that is not ours', () => {
  expect(script.hasError, script.toString()).toBe(false)
})

test('it sets what the registration files set, and takes away what they take away', () => {
  const written = browsers.map((browser) => readReg(fileOf(files, `windows/latchkey-${browser}.reg`)))
  const values = written.flatMap(({ keys }) =>
    Object.entries(keys).flatMap(([key, entries]) =>
      Object.entries(entries).map(([name, value]) => [key, name, typeof value === 'number' ? 'DWord' : 'String', value]),
    ),
  )
  expect(inOrder(callsOf('Set-Policy'))).toEqual(inOrder(values))
  expect(callsOf('Remove-Policy')).toEqual(written.flatMap(({ deleted }) => deleted.map((key) => [key])))
})

/** A key's own values stand in a registration file before those of the keys below it. */
const inOrder = (calls: readonly (readonly unknown[])[]) => calls.map((call) => JSON.stringify(call)).sort()

test('it hands each browser’s installation over whole, to be added to what the organisation has there', () => {
  const json = (name: string) => JSON.parse(fileOf(files, name)) as Record<string, Record<string, unknown>>
  expect(callsOf('Set-Installation').map(([key, of, entry]) => [key, of, JSON.parse(String(entry))])).toEqual([
    [String.raw`SOFTWARE\Policies\Google\Chrome`, id, json('linux/chrome.json')['ExtensionSettings']?.[id]],
    [String.raw`SOFTWARE\Policies\Microsoft\Edge`, id, json('linux/edge.json')['ExtensionSettings']?.[id]],
    [String.raw`SOFTWARE\Policies\Mozilla\Firefox`, geckoId, expect.objectContaining({ install_url: ownServer.firefoxUrl })],
  ])
})

describe('run on a machine', () => {
  const chrome = String.raw`SOFTWARE\Policies\Google\Chrome`
  const firefox = String.raw`SOFTWARE\Policies\Mozilla\Firefox`
  const asKey = `${chrome}\\ExtensionSettings`
  const other = 'a'.repeat(32)
  const ours = {
    installation_mode: 'force_installed',
    update_url: ownServer.chromeUrl,
    override_update_url: true,
    toolbar_pin: 'force_pinned',
  }
  const oursAsKey = { ...ours, override_update_url: 1 }
  const ran = (registry: Registry) => {
    runPowershell(script, registry)
    return registry
  }
  const textIn = (registry: Registry, key = chrome) => {
    const { ExtensionSettings: text } = registry.read(key)
    return typeof text === 'string' ? (JSON.parse(text) as unknown) : text
  }

  test('that has no policy, it writes what the registration files write, and the installation as one text', () => {
    const registry = ran(new Registry())
    for (const browser of browsers)
      for (const [key, values] of Object.entries(readReg(fileOf(files, `windows/latchkey-${browser}.reg`)).keys))
        expect(registry.read(key)).toMatchObject(values)
    expect(textIn(registry)).toEqual({ [id]: ours })
    expect(textIn(registry, firefox)).toHaveProperty([geckoId, 'install_url'], ownServer.firefoxUrl)
    expect(registry.keys.has(asKey), 'a key would hide the text').toBe(false)
  })

  test('it does the same a second time, and leaves nothing of an earlier policy', () => {
    const registry = ran(new Registry())
    const once = registry.read('SOFTWARE')
    registry.set(`${chrome}\\3rdparty\\extensions\\${id}\\policy\\features`, 'gone', 1)
    expect(ran(registry).read('SOFTWARE')).toEqual(once)
  })

  test('it adds its entry to a text, and leaves the others as they are', () => {
    const others = { '*': { installation_mode: 'blocked', blocked_install_message: 'Ask IT' }, [other]: { installation_mode: 'allowed' } }
    const registry = new Registry().set(chrome, 'ExtensionSettings', JSON.stringify({ ...others, [id]: { installation_mode: 'blocked' } }))
    expect(textIn(ran(registry))).toEqual({ ...others, [id]: ours })
  })

  test('it takes an empty text for one without entries, and a text in lines, as Firefox’s template writes it, for the lines', () => {
    const lines = ['{', `"${other}@x": { "installation_mode": "allowed" }`, '}']
    const registry = new Registry().set(chrome, 'ExtensionSettings', ' ').set(firefox, 'ExtensionSettings', lines, 'MultiString')
    expect(textIn(ran(registry))).toEqual({ [id]: ours })
    expect(textIn(registry, firefox)).toHaveProperty([`${other}@x`, 'installation_mode'], 'allowed')
    expect(textIn(registry, firefox)).toHaveProperty([geckoId, 'installation_mode'], 'force_installed')
    expect(registry.keys.get(firefox)?.get('ExtensionSettings')?.kind).toBe('MultiString')
  })

  test('it adds a key where other extensions have keys', () => {
    const registry = ran(new Registry().set(`${asKey}\\${other}`, 'installation_mode', 'allowed').set(`${asKey}\\${id}`, 'gone', 'x'))
    expect(textIn(registry)).toMatchObject({ [other]: { installation_mode: 'allowed' }, [id]: oursAsKey })
    expect(registry.read(`${asKey}\\${id}`)).toEqual(oursAsKey)
    expect(registry.keys.get(chrome)?.has('ExtensionSettings'), 'and no text, which the key would hide').toBe(false)
  })

  test('it writes a text where a key is left with nothing, or with our own installation of earlier', () => {
    const left = new Registry()
    left.create(asKey)
    for (const registry of [left, new Registry().set(`${asKey}\\${id}`, 'installation_mode', 'force_installed')]) {
      expect(textIn(ran(registry))).toEqual({ [id]: ours })
      expect(registry.keys.has(asKey)).toBe(false)
    }
  })

  test('it installs where both are there and browsers see the key alone, in the text as well', () => {
    const registry = new Registry().set(`${asKey}\\${other}`, 'installation_mode', 'allowed').set(chrome, 'ExtensionSettings', '{}')
    ran(registry)
    expect(registry.read(`${asKey}\\${id}`)).toEqual(oursAsKey)
    expect(registry.keys.get(chrome)?.get('ExtensionSettings')?.value).toBe(JSON.stringify({ [id]: ours }))
  })

  test.each(['[]', '"x"', 'null', '{'])('it stops at the text %s, which is nobody’s to write over', (text) => {
    const registry = new Registry().set(chrome, 'ExtensionSettings', text)
    expect(() => ran(registry)).toThrow()
    expect(registry.keys.get(chrome)?.get('ExtensionSettings')?.value).toBe(text)
  })
})
