import { asJson } from '../session/shown'
import { shallow } from './depth'

/** Every text and every number of a JSON document, and the colon behind it that makes a text a name. */
const lexemes = /(?:"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*)(?=\s*(:?))/g

/**
 * Reads JSON as `JSON.parse` does, but that whole numbers beyond those that browsers count to are of the type bigint, with all their
 * digits, and that whatever is nested too deep is left out. Throws a SyntaxError where it is none.
 */
export const parseExactly = (json: string): unknown =>
  shallow(JSON.parse(json.replace(lexemes, (lexeme, colon: string) => (colon ? lexeme : marked(lexeme)))), unmarked)

/** So many digits that a browser would round them become a text; every other text gets a mark, by which these are told from it. */
function marked(lexeme: string): string {
  if (lexeme.startsWith('"')) return `"'${lexeme.slice(1)}`
  return /^-?[1-9]\d+$/.test(lexeme) && !Number.isSafeInteger(Number(lexeme)) ? `"${lexeme}"` : lexeme
}

const unmarked = (value: unknown): unknown => (typeof value !== 'string' ? value : value.startsWith("'") ? value.slice(1) : BigInt(value))

/** A value as JSON, indented by so many blanks; numbers of the type bigint with all their digits. Never throws. */
export function asExactJson(value: unknown, indent = 0): string {
  try {
    return written(value, ' '.repeat(indent), '\n')
  } catch {
    return asJson(value)
  }
}

function written(value: unknown, indent: string, margin: string): string {
  if (typeof value !== 'object' || value === null) return asJson(value)
  const inner = margin + indent
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  const parts = Array.isArray(value)
    ? value.map((item) => written(item, indent, inner))
    : Object.entries(value).map(([name, item]) => `${asJson(name)}:${indent && ' '}${written(item, indent, inner)}`)
  if (parts.length === 0 || !indent) return `${open}${parts.join()}${close}`
  return `${open}${inner}${parts.join(`,${inner}`)}${margin}${close}`
}
