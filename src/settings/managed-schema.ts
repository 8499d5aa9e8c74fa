import { catalog } from './catalog'
import type { Fields, Node } from './kinds'

/** Describes a setting by its path without list keys: "sites.mapping.enabled". */
export type Describe = (path: string) => string

/**
 * What administrators may set: the body of managed-schema.json. Chrome wants exactly one `type` a schema and no
 * `additionalProperties` at the top.
 * @see https://developer.chrome.com/docs/extensions/reference/manifest/storage
 */
export function managedSchema(describe: Describe): object {
  return { type: 'object', properties: propertiesOf(catalog, '', describe) }
}

function propertiesOf(fields: Fields, path: string, describe: Describe): Record<string, object> {
  const at = (name: string) => (path ? `${path}.${name}` : name)
  return Object.fromEntries(Object.entries(fields).map(([name, node]) => [name, schemaOf(node, at(name), describe)]))
}

function schemaOf(node: Node, path: string, describe: Describe): object {
  const description = describe(path)
  if (node.kind === 'group') return { type: 'object', description, properties: propertiesOf(node.fields, path, describe) }
  if (node.kind === 'keyed') {
    return { type: 'array', description, items: { type: 'object', properties: propertiesOf(node.fields, path, describe) } }
  }
  return { ...node.schema, description }
}
