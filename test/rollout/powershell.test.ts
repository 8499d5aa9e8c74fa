import { createRequire } from 'node:module'
import { Language, type Node, Parser } from '@vscode/tree-sitter-wasm'
import { beforeAll, expect, test } from 'vitest'
import { defaultOrigins } from '../../src/rollout/browsers'
import { fileOf, filesOf, ownServer, settings } from './example'
import { readReg } from './reg-reader'

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
