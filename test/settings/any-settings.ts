import fc from 'fast-check'
import { catalog } from '../../src/settings/catalog'
import type { Fields, Keyed, Node } from '../../src/settings/kinds'

/** Texts over which readers stumble, and some that are right. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.webUrl(),
  fc.constantFrom(
    '',
    ' ',
    '\ud83d',
    '\0',
    'a\nb',
    '__proto__',
    'https://Wiki.Acme.com',
    'https://wiki.acme.com./a]b[c/*',
    'https://[::1]/',
  ),
  fc.constantFrom(
    'https://a:b@c/',
    'https:c\\d',
    'c.example:443',
    'eu-west-1',
    'eu-west-1_Ab',
    'a',
    '(',
    '?a=b#c',
    '//c/d',
    '/{destination}',
  ),
)
const anything = fc.oneof(fc.jsonValue(), text)

const goodKeys: Readonly<Record<string, fc.Arbitrary<string>>> = {
  baseUrl: fc.webUrl({ validSchemes: ['https'] }),
  id: fc.constantFrom('a', 'b', 'c'),
}

function valueFor(node: Node): fc.Arbitrary<unknown> {
  if (node.kind === 'group') return fieldsFor(node.fields)
  if (node.kind === 'keyed') return fc.array(entryFor(node), { maxLength: 3 })
  if (node.kind === 'toggle') return fc.boolean()
  if (node.kind === 'choice') return fc.constantFrom(...(node.options ?? []))
  if (node.kind === 'number') return fc.integer({ min: -1, max: 61 })
  if (node.kind === 'text') return text
  return fc.array<unknown>(node.kind === 'texts' ? text : fc.record({ confluenceGroup: text, when: text }), { maxLength: 3 })
}

const fieldsFor = (fields: Fields): fc.Arbitrary<object> =>
  fc.record(
    Object.fromEntries(Object.entries(fields).map(([name, node]) => [name, fc.oneof({ weight: 9, arbitrary: valueFor(node) }, anything)])),
    { requiredKeys: [] },
  )

function entryFor({ key, fields }: Keyed): fc.Arbitrary<unknown> {
  const keyed = fc.tuple(fieldsFor(fields), goodKeys[key] ?? text).map(([entry, name]) => ({ ...entry, [key]: name }))
  return fc.oneof({ weight: 8, arbitrary: keyed }, fieldsFor(fields), anything)
}

/** Settings of every form and none: most values are of their own kind, some are anything. */
export const anySettings: fc.Arbitrary<unknown> = fc.oneof({ weight: 9, arbitrary: fieldsFor(catalog) }, anything)
