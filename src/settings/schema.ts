import { catalog } from './catalog'
import type { Fields, Leaf, Node } from './kinds'

/** The part of JSON schema in which settings are described. */
export interface JsonSchema {
  readonly type: 'object' | 'array' | 'string' | 'boolean' | 'integer'
  readonly description?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly items?: JsonSchema
  readonly enum?: readonly string[]
  readonly minimum?: number
  readonly maximum?: number
}

/** Describes a setting by its path without list keys: "sites.mapping.enabled". */
export type Describe = (path: string) => string

/** Every setting as JSON schema: what each may be, and what it does. */
export function settingsSchema(describe: Describe): JsonSchema {
  return { type: 'object', properties: { version, ...propertiesOf(catalog, '', describe) } }
}

const version: JsonSchema = { type: 'integer', description: 'Version of the form in which these settings are written.' }

function propertiesOf(fields: Fields, path: string, describe: Describe): Record<string, JsonSchema> {
  const at = (name: string) => (path ? `${path}.${name}` : name)
  return Object.fromEntries(Object.entries(fields).map(([name, node]) => [name, schemaOf(node, at(name), describe)]))
}

function schemaOf(node: Node, path: string, describe: Describe): JsonSchema {
  const description = describe(path)
  if (node.kind === 'group') return { type: 'object', description, properties: propertiesOf(node.fields, path, describe) }
  if (node.kind === 'keyed') {
    return { type: 'array', description, items: { type: 'object', properties: propertiesOf(node.fields, path, describe) } }
  }
  return { ...valueSchema(node), description }
}

function valueSchema({ kind, options = [], range: [minimum, maximum] = [0, 0], columns = [] }: Leaf<unknown>): JsonSchema {
  switch (kind) {
    case 'toggle':
      return { type: 'boolean' }
    case 'choice':
      return { type: 'string', enum: options }
    case 'number':
      return { type: 'integer', minimum, maximum }
    case 'text':
      return { type: 'string' }
    case 'texts':
      return { type: 'array', items: { type: 'string' } }
    case 'rules':
      return { type: 'array', items: { type: 'object', properties: Object.fromEntries(columns.map((name) => [name, { type: 'string' }])) } }
  }
}
