import { xmlText } from './text'

/** A property list, as macOS reads it. @see https://developer.apple.com/library/archive/documentation/Cocoa/Conceptual/PropertyLists/ */
export const plist = (value: object): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
${element(value, '')}
</plist>
`

function element(value: unknown, indent: string): string {
  if (typeof value === 'boolean') return `${indent}<${value}/>`
  if (typeof value === 'number') return `${indent}<integer>${value}</integer>`
  if (typeof value === 'string') return `${indent}<string>${xmlText(value)}</string>`
  const inner = `${indent}  `
  if (Array.isArray(value))
    return wrapped(
      'array',
      value.map((item) => element(item, inner)),
      indent,
    )
  const members = Object.entries(value as object).map(([key, item]) => `${inner}<key>${xmlText(key)}</key>\n${element(item, inner)}`)
  return wrapped('dict', members, indent)
}

const wrapped = (name: string, lines: readonly string[], indent: string): string =>
  lines.length === 0 ? `${indent}<${name}/>` : `${indent}<${name}>\n${lines.join('\n')}\n${indent}</${name}>`
