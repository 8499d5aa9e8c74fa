/** Reads a registration file as regedit does: keys with their values, after what was deleted before. */
export function readReg(text: string): {
  readonly deleted: readonly string[]
  readonly keys: Readonly<Record<string, Record<string, unknown>>>
} {
  const [head, ...lines] = text.split('\r\n')
  if (head !== 'Windows Registry Editor Version 5.00') throw new Error(`begins with ${head}`)
  const deleted: string[] = []
  const keys: Record<string, Record<string, unknown>> = {}
  let current: Record<string, unknown> | undefined
  for (const line of lines.filter(Boolean)) {
    const [, minus, key] = /^\[(-?)HKEY_LOCAL_MACHINE\\([^\]]+)\]$/.exec(line) ?? []
    if (key && minus) deleted.push(key)
    else if (key) {
      current = keys[key] ?? {}
      keys[key] = current
    } else {
      const [, name, value] = /^"((?:[^"\\]|\\["\\])*)"=(.*)$/.exec(line) ?? []
      if (name === undefined || value === undefined || !current) throw new Error(`cannot be read: ${line}`)
      current[unescaped(name)] = valueIn(value)
    }
  }
  return { deleted, keys }
}

function valueIn(text: string): unknown {
  const [, hex] = /^dword:([0-9a-f]{8})$/.exec(text) ?? []
  if (hex) return Number.parseInt(hex, 16)
  const [, inner] = /^"((?:[^"\\]|\\["\\])*)"$/.exec(text) ?? []
  if (inner === undefined) throw new Error(`no value: ${text}`)
  return unescaped(inner)
}

const unescaped = (text: string): string => text.replace(/\\(["\\])/g, '$1')
