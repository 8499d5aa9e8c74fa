import { type JsonSchema, settingsSchema } from '../settings/schema'
import type { RolloutWords } from './plan'
import { prettyJson } from './text'

/** A form for Jamf Pro's *Application & Custom Settings*, drawn from every setting. @see https://learn.jamf.com/r/en-US/jamf-pro-documentation-current/Application_Custom_Settings */
export function jamfSchema(words: RolloutWords): string {
  const { properties = {} } = settingsSchema(words.help)
  return prettyJson({ title: 'Latchkey', description: 'Latchkey', type: 'object', properties: titled(properties, '', words) })
}

function titled(properties: Readonly<Record<string, JsonSchema>>, above: string, words: RolloutWords): Record<string, object> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema], index) => {
      const path = above ? `${above}.${name}` : name
      // What has no description is no setting but part of one: the columns of a rule.
      if (schema.description === undefined) return [name, schema]
      return [name, { title: words.label(path), property_order: (index + 1) * 10, ...inside(schema, path, words) }]
    }),
  )
}

function inside(schema: JsonSchema, path: string, words: RolloutWords): object {
  const { properties, items } = schema
  if (properties) return { ...schema, properties: titled(properties, path, words) }
  return items?.properties ? { ...schema, items: { ...items, properties: titled(items.properties, path, words) } } : schema
}
