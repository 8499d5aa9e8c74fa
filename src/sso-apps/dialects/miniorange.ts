import { type Dialect, type Spelt, spelt } from '../../claims/dialect'
import { asJson } from '../../session/shown'

/**
 * Spelling of its Test Configuration table: `parent.child`, `key[i].child`, lists as quoted words joined by ";"; the field for groups
 * takes `key[*].child`. Whatever is nested keeps its quotes. Seen in version 1.1.28.
 */
export default {
  names: (claim, value) => (isNested(value) ? flattened(claim, value) : [spelt(claim, String(value ?? ''), value)]),
} satisfies Dialect

/** Nobody types a name of more parts. */
const deepest = 32

/**
 * `shared`: texts that all objects of the list have in which this one stands. Through a claim that is a list the field for groups goes by one
 * step, to a text that all its objects have: where one has none the login ends.
 */
function flattened(name: string, value: unknown, depth = 0, shared: readonly string[] = []): readonly Spelt[] {
  if (!isNested(value) || depth === deepest) return [spelt(name, asJson(value), value)]
  if (!Array.isArray(value))
    return Object.entries(value).flatMap(([child, inner]) =>
      shared.includes(child)
        ? [spelt(`${name}.${child}`, asJson(inner), inner, `${name.replace(/\d+(?=]$)/, '*')}.${child}`)]
        : flattened(`${name}.${child}`, inner, depth + 1),
    )
  const scalars = value.filter((item) => !isNested(item))
  const inAll =
    depth || scalars.length ? [] : Object.keys({ ...value[0] }).filter((key) => value.every((item) => typeof item[key] === 'string'))
  const nested = value.flatMap((item, index) => (isNested(item) ? flattened(`${name}[${index}]`, item, depth + 1, inAll) : []))
  const isList = scalars.length > 0 || nested.length === 0
  return isList ? [...nested, spelt(name, scalars.map((item) => asJson(item)).join(';'), scalars)] : nested
}

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null
