import { type Describe, type JsonSchema, settingsSchema } from './schema'

/**
 * What administrators may set: the body of managed-schema.json. Chrome wants exactly one `type` a schema and no
 * `additionalProperties` at the top. Of a list in which one value breaks the schema it drops every entry, and tells nobody but
 * chrome://policy; so the schema names types only, and what a value may be is for our own parser to judge, value by value.
 * @see https://developer.chrome.com/docs/extensions/reference/manifest/storage
 */
export const managedSchema = (describe: Describe): JsonSchema => typesOnly(settingsSchema(describe))

function typesOnly({ type, description, properties, items }: JsonSchema): JsonSchema {
  return {
    type,
    ...(description !== undefined && { description }),
    ...(properties && { properties: Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, typesOnly(schema)])) }),
    ...(items && { items: typesOnly(items) }),
  }
}
