import { catalog } from './catalog'
import type { Fields, JsonSchema, Node } from './kinds'

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
  return { ...node.schema, description }
}
