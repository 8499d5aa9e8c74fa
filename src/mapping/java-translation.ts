import type { Trait } from './java-pattern'

/** Why a translation ends early. */
type Stop = { readonly refused: Trait } | { readonly onlyJava: Trait }

const lineEnd = '(?:\\r\\n|[\\n\\r\\u0085\\u2028\\u2029])'
const veryEnd = '(?![\\s\\S])'

/** Escapes that mean the same under another spelling, outside of classes. */
const spelt: Readonly<Record<string, string>> = {
  A: '(?<![\\s\\S])',
  z: veryEnd,
  Z: `(?=${lineEnd}?${veryEnd})`,
  R: lineEnd,
  e: '\\x1b',
  a: '\\x07',
}

/** Classes whose members differ: without flags Java knows white space of ASCII only. */
const classes: Readonly<Record<string, string>> = {
  s: ' \\t\\n\\x0b\\f\\r',
  h: ' \\t\\xa0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000',
  v: '\\n\\x0b\\f\\r\\x85\\u2028\\u2029',
}

/** Classes that Java takes from POSIX, all of ASCII. */
const posix: Readonly<Record<string, string>> = {
  Lower: 'a-z',
  Upper: 'A-Z',
  ASCII: '\\x00-\\x7f',
  Alpha: 'a-zA-Z',
  Digit: '0-9',
  Alnum: 'a-zA-Z0-9',
  Punct: '!-\\/:-@\\[-`\\{-~',
  Graph: '!-~',
  Print: ' -~',
  Blank: ' \\t',
  Cntrl: '\\x00-\\x1f\\x7f',
  XDigit: '0-9a-fA-F',
  Space: ' \\t\\n\\x0b\\f\\r',
}

/** One pass over a Java pattern. `run` says why it stopped, or leaves `source` and `flags` for a JavaScript pattern with flag `u`. */
export class JavaTranslation {
  source = ''
  flags = ''
  private at = 0
  /** For each open group, whether it is a look-behind or lies in one. */
  private readonly groups: boolean[] = []

  constructor(private readonly pattern: string) {}

  run(): Stop | undefined {
    const flags = /^\(\?([a-zA-Z]+)\)/.exec(this.pattern)
    if (flags?.[1] && /^[ims]+$/.test(flags[1])) {
      this.flags = [...new Set(flags[1])].join('')
      this.at = flags[0].length
    }
    while (this.at < this.pattern.length) {
      const stopped = this.step()
      if (stopped) return stopped
    }
    return undefined
  }

  private step(): Stop | undefined {
    const rest = this.pattern.slice(this.at)
    const letter = rest[0] ?? ''
    if (letter === '\\') return this.escape(rest)
    if (letter === '[') return this.characterClass()
    if (letter === '(') return this.open(rest)
    if (letter === ')') return this.close()
    if ('*+?{'.includes(letter)) return this.repeat(rest)
    if (letter === '$' && !this.flags.includes('m')) return this.put(`(?=${lineEnd}?${veryEnd})`, 1)
    return this.put(letter === '}' || letter === ']' ? `\\${letter}` : letter, 1)
  }

  private put(translated: string, length: number): undefined {
    this.source += translated
    this.at += length
    return undefined
  }

  private open(rest: string): Stop | undefined {
    if (rest.startsWith('(?>')) return { onlyJava: 'atomic-group' }
    if (/^\(\?-?[a-zA-Z]/.test(rest)) return { onlyJava: 'inline-flags' }
    const [name = ''] = /^\(\?<[^=!>]*>/.exec(rest) ?? []
    if (name && !/^\(\?<[a-zA-Z][a-zA-Z0-9]*>$/.test(name)) return { refused: 'group-name' }
    const [behind = ''] = /^\(\?<[=!]/.exec(rest) ?? []
    const [ahead = ''] = /^\(\?[:=!]/.exec(rest) ?? []
    this.groups.push(behind !== '' || this.groups.at(-1) === true)
    const opening = name || behind || ahead || '('
    return this.put(opening, opening.length)
  }

  private close(): Stop | undefined {
    this.groups.pop()
    return this.put(')', 1)
  }

  private repeat(rest: string): Stop | undefined {
    const [repetition = ''] = /^(?:[*+?]|\{\d+(?:,\d*)?\})/.exec(rest) ?? []
    if (!repetition) return { refused: 'repetition' }
    if (this.groups.at(-1) && /[*+]|,\}/.test(repetition)) return { refused: 'look-behind' }
    if (rest[repetition.length] === '+') return { onlyJava: 'possessive' }
    const lazy = rest[repetition.length] === '?' ? '?' : ''
    return this.put(repetition + lazy, repetition.length + lazy.length)
  }

  /** The escape at the beginning of `rest`, outside of a class. */
  private escape(rest: string): Stop | undefined {
    const next = rest[1] ?? ''
    if (next === 'Q') return this.quote(rest)
    if (spelt[next]) return this.put(spelt[next], 2)
    if ('bBk123456789'.includes(next) && next) return this.put(rest.slice(0, 2), 2)
    if (next === 'G' || next === 'X') return { onlyJava: 'boundary' }
    return this.member(rest, (inside) => `[${inside}]`)
  }

  /** Everything between `\Q` and `\E` stands for itself. */
  private quote(rest: string): Stop | undefined {
    const end = rest.indexOf('\\E')
    const quoted = rest.slice(2, end < 0 ? undefined : end)
    return this.put(quoted.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), end < 0 ? rest.length : end + 2)
  }

  /** An escape that stands for a character or a class of characters; `whole` makes members of a class a pattern of their own. */
  private member(rest: string, whole: (inside: string) => string): Stop | undefined {
    const next = rest[1] ?? ''
    const small = classes[next.toLowerCase()]
    if (small && next === next.toLowerCase()) return this.put(whole(small), 2)
    if (small) return this.put(`[^${small}]`, 2)
    if (next === 'p' || next === 'P') return this.property(rest, whole)
    const [hex = '', digits = ''] = /^\\(?:x([0-9a-fA-F]{2})|u[0-9a-fA-F]{4})/.exec(rest) ?? []
    if (hex) return this.put(digits ? `\\x${digits}` : hex, hex.length)
    if ('dDwWtnrf'.includes(next) && next) return this.put(rest.slice(0, 2), 2)
    if (/^\\c[A-Za-z]/.test(rest)) return this.put(rest.slice(0, 3), 3)
    if (/^(?:\\0|\\x\{|\\N)/.test(rest)) return { onlyJava: 'escape' }
    if (!next || /[a-zA-Z0-9]/.test(next)) return { refused: 'escape' }
    const [point = ''] = [...rest.slice(1)]
    return this.put(/[\\^$.*+?()[\]{}|/-]/.test(point) ? literal(point) : point, 1 + point.length)
  }

  private property(rest: string, whole: (inside: string) => string): Stop | undefined {
    const [, negated = '', name = ''] = /^\\([pP])\{?(\w+)\}?/.exec(rest[2] === '{' ? rest : rest.slice(0, 3)) ?? []
    const length = rest[2] === '{' ? name.length + 4 : 3
    const ascii = posix[name]
    const category = /^(?:Is)?([CLMNPSZ][a-z]?)$/.exec(name)?.[1]
    if (ascii && negated === 'p') return this.put(whole(ascii), length)
    if (ascii) return this.put(`[^${ascii}]`, length)
    if (category) return this.put(`\\${negated}{${category}}`, length)
    return { onlyJava: 'property' }
  }

  private characterClass(): Stop | undefined {
    const opening = this.pattern.startsWith('[^', this.at) ? '[^' : '['
    this.put(opening, opening.length)
    if (this.pattern[this.at] === ']') return { onlyJava: 'class-set' }
    for (let rest = this.pattern.slice(this.at); rest !== ''; rest = this.pattern.slice(this.at)) {
      if (rest[0] === ']') return this.put(']', 1)
      const stopped = this.inClass(rest)
      if (stopped) return stopped
    }
    return { refused: 'malformed' }
  }

  private inClass(rest: string): Stop | undefined {
    if (rest[0] === '[' || rest.startsWith('&&')) return { onlyJava: 'class-set' }
    const before = this.source.length
    if (rest[0] !== '\\') return this.put(rest[0] === '-' && isLiteralDash(rest, this.source) ? '\\-' : (rest[0] ?? ''), 1)
    if ('QRXbB'.includes(rest[1] ?? '')) return { onlyJava: 'class-set' }
    if (rest[1] === 'e' || rest[1] === 'a') return this.put(spelt[rest[1]] ?? '', 2)
    const stopped = this.member(rest, (inside) => inside)
    // A class within a class is no JavaScript.
    return stopped ?? (this.source.startsWith('[', before) ? { onlyJava: 'class-set' } : undefined)
  }
}

const literal = (point: string): string => `\\${point}`

/** A dash beside a class of characters is a dash to Java, and an error to JavaScript. */
const isLiteralDash = (rest: string, before: string): boolean => /\\[dDwWpP](?:\{\w+\})?$/.test(before) || /^-\\[dDwWsSpPhHvV]/.test(rest)
