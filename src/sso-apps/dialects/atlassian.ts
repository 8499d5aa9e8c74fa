import type { Dialect, Spelt, Write } from '../../claims/dialect'
import { asJson } from '../../session/shown'

/**
 * Fields of its form take `${claim}` templates, which only texts fill; the one for groups takes a plain name, of a list of texts.
 * Values are used as they come.
 */
export default {
  names: (claim, value, json = asJson) => [spelt(claim, value, json)],
} satisfies Dialect

function spelt(name: string, value: unknown, json: Write): Spelt {
  const template = `\${${name}}`
  if (typeof value === 'string') return { name: template, value, raw: value, names: { fields: template } }
  const isGroups = Array.isArray(value) && value.every((item) => typeof item === 'string')
  if (isGroups) return { name, value: json(value), raw: value, names: { groups: name } }
  return { name, value: json(value), raw: value, names: {} }
}
