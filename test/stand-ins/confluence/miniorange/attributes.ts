/** Attributes as the app keeps them: what lies deeper than the token's own members stays JSON, quotes and all. Observed with 1.1.28. */
export function flattened(claims: object): [string, string][] {
  return Object.entries(claims).flatMap(([name, value]): [string, string][] => {
    if (value === null) return [[name, '']]
    return typeof value === 'object' ? deeper(value, name) : [[name, String(value)]]
  })
}

function deeper(value: object, name: string): [string, string][] {
  if (!Array.isArray(value)) return Object.entries(value).flatMap(([key, inner]) => leafOrDeeper(inner, `${name}.${key}`))
  const plain = value.filter((item) => typeof item !== 'object' || item === null)
  const rows = value.flatMap((item, index) => (plain.includes(item) ? [] : deeper(item, `${name}[${index}]`)))
  return plain.length > 0 ? [...rows, [name, plain.map((item) => JSON.stringify(item)).join(';')]] : rows
}

const leafOrDeeper = (value: unknown, name: string): [string, string][] =>
  typeof value === 'object' && value !== null ? deeper(value, name) : [[name, JSON.stringify(value)]]
