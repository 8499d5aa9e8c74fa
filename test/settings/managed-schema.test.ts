import { expect, test } from 'vitest'
import messages from '../../public/_locales/en/messages.json'
import committed from '../../public/managed-schema.json'
import { managedSchema } from '../../src/settings/managed-schema'

const words = messages as Record<string, { message: string }>
const schema = managedSchema((path) => words[`setting_${path.replaceAll('.', '_')}_about`]?.message ?? '')

test('managed-schema.json is what the catalogue says (run `npm run schema` if this fails)', () => {
  expect(committed).toEqual(schema)
})

test('every part of the policy schema has exactly one type, a description, and nothing that Chrome refuses', () => {
  const seen: object[] = []
  const walk = (part: { type?: unknown; description?: string; properties?: Record<string, object>; items?: object }, path: string) => {
    seen.push(part)
    expect(typeof part.type, path).toBe('string')
    for (const narrower of ['additionalProperties', 'enum', 'minimum', 'maximum']) expect(part, path).not.toHaveProperty(narrower)
    for (const [name, child] of Object.entries(part.properties ?? {})) {
      walk(child, `${path}.${name}`)
      if (!path.endsWith('[].rules'))
        expect((child as { description?: string }).description?.length ?? 9, `${path}.${name}`).toBeGreaterThan(5)
    }
    if (part.items) walk(part.items, `${path}[]`)
  }
  walk(schema, '')
  expect(seen.length).toBeGreaterThan(50)
})
