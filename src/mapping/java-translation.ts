import { JavaGroups, timesOf } from './java-groups'
import type { Trait } from './java-pattern'
import { classes, isAscii, posix, signs, spelt } from './java-spelling'

/** Why a translation ends early. */
type Stop = { readonly refused: Trait } | { readonly onlyJava: Trait }

/** What stands before a repetition: nothing that could be repeated, something without a width, a repetition, or something else. */
type Before = 'nothing' | 'assertion' | 'repetition' | 'something'

/** What a dash in a class would mean: itself, or a range after a single character; or whether one was begun. */
type Dash = 'itself' | 'a range' | 'in a range'

/**
 * One pass over a Java pattern. `run` says why it stopped, or leaves `source` and `flags` for a JavaScript pattern with flag `u`, and in
 * `asciiOnly` what makes that true of ASCII alone.
 */
export class JavaTranslation {
  source = ''
  flags = ''
  asciiOnly: Trait | undefined
  private at = 0
  private before: Before = 'nothing'
  private dash: Dash = 'itself'
  private readonly groups = new JavaGroups()

  constructor(private readonly pattern: string) {}

  run(): Stop | undefined {
    const flags = /^\(\?([a-zA-Z]+)\)/.exec(this.pattern)
    if (flags?.[1] && /^[is]+$/.test(flags[1])) {
      this.flags = [...new Set(flags[1])].join('')
      this.at = flags[0].length
      if (this.flags.includes('i')) this.asciiOnly = 'inline-flags'
    }
    while (this.at < this.pattern.length) {
      const stopped = this.step()
      if (stopped) return stopped
    }
    if (this.groups.areUnsure) return { onlyJava: 'unset-group' }
    return this.asciiOnly && !isAscii(this.pattern) ? { onlyJava: this.asciiOnly } : undefined
  }

  private step(): Stop | undefined {
    const rest = this.pattern.slice(this.at)
    const letter = rest[0] ?? ''
    if ('*+?{'.includes(letter)) return this.repeat(rest)
    if (letter === '(') return this.open(rest)
    if (letter === ')') return this.close()
    if (letter === '|') return this.alternate()
    this.before = isAssertion(rest) ? 'assertion' : 'something'
    this.groups.goOn(this.before === 'something' && !/^\\[1-9kQ]/.test(rest))
    if (letter === '\\') return this.escape(rest)
    if (letter === '[') return this.characterClass()
    return this.put(letter === '.' && this.flags.includes('s') ? letter : (signs[letter] ?? letter), 1)
  }

  private alternate(): undefined {
    this.before = 'nothing'
    this.groups.alternate()
    return this.put('|', 1)
  }

  private put(translated: string, length: number): undefined {
    this.source += translated
    this.at += length
    return undefined
  }

  private open(rest: string): Stop | undefined {
    if (rest.startsWith('(?>')) return { onlyJava: 'atomic-group' }
    if (/^\(\?[idmsuxU]*(?:-[idmsuxU]+)?[:)]/.test(rest) && !rest.startsWith('(?:')) return { onlyJava: 'inline-flags' }
    if (/^\(\?[-a-zA-Z]/.test(rest)) return { refused: 'group-name' }
    const [name = ''] = /^\(\?<[^=!>]*>/.exec(rest) ?? []
    if (name && (!/^\(\?<[a-zA-Z][a-zA-Z0-9]*>$/.test(name) || this.groups.has(name.slice(3, -1)))) return { refused: 'group-name' }
    const [around = ''] = /^\(\?<?[:=!]/.exec(rest) ?? []
    const opening = name || around || '('
    this.groups.enter(opening, name.slice(3, -1))
    this.before = 'nothing'
    return this.put(opening, opening.length)
  }

  private close(): Stop | undefined {
    this.before = this.groups.isAssertion ? 'assertion' : 'something'
    return this.groups.leave() ? this.put(')', 1) : { refused: 'malformed' }
  }

  private repeat(rest: string): Stop | undefined {
    const [repetition = ''] = /^(?:[*+?]|\{\d+(?:,\d*)?\})/.exec(rest) ?? []
    if (!repetition) return { refused: 'repetition' }
    if (this.before !== 'something') {
      const isRead = this.before === 'assertion' || repetition[0] === '{'
      return isRead ? { onlyJava: 'repetition' } : { refused: 'repetition' }
    }
    const times = timesOf(repetition)
    if (this.groups.isBehind && times.most === Number.POSITIVE_INFINITY) return { onlyJava: 'look-behind' }
    if (rest[repetition.length] === '+') return { onlyJava: 'possessive' }
    if (!this.groups.repeat(times)) return { onlyJava: 'unset-group' }
    const lazy = rest[repetition.length] === '?' ? '?' : ''
    this.before = 'repetition'
    return this.put(repetition + lazy, repetition.length + lazy.length)
  }

  /** The escape at the beginning of `rest`, outside of a class. */
  private escape(rest: string): Stop | undefined {
    const next = rest[1] ?? ''
    if (next === 'Q') return this.quote(rest)
    if (spelt[next]) return this.put(spelt[next], 2)
    if (next === 'b' || next === 'B') return this.boundary(rest)
    if (/[1-9k]/.test(next)) return this.reference(rest)
    if (next === 'G' || next === 'X') return { onlyJava: 'boundary' }
    return this.member(rest, (inside) => `[${inside}]`)
  }

  /** Java 17 takes letters of all scripts for parts of words here, other versions do not. */
  private boundary(rest: string): Stop | undefined {
    if (rest[2] === '{') return { onlyJava: 'boundary' }
    this.asciiOnly ??= 'boundary'
    return this.put(rest.slice(0, 2), 2)
  }

  private reference(rest: string): Stop | undefined {
    const [whole = '', digits, name = ''] = /^\\(?:(\d+)|k<([a-zA-Z][a-zA-Z0-9]*)>)/.exec(rest) ?? []
    if (!whole) return { refused: 'group-name' }
    const group = digits ? this.groups.numbered(digits) : name
    const state = this.groups.refer(group)
    if (state === 'none' && name) return { refused: 'group-name' }
    if (state !== 'closed') return { onlyJava: 'unset-group' }
    // In a group of its own: a digit may follow that is none of its number's.
    return typeof group === 'number' ? this.put(`(?:\\${group})`, `\\${group}`.length) : this.put(whole, whole.length)
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
    if (/^\\c[A-Z]/.test(rest)) return this.put(rest.slice(0, 3), 3)
    if (/^\\(?:0|x\{|N|c.)/s.test(rest)) return { onlyJava: 'escape' }
    if (!next || /[a-zA-Z0-9]/.test(next)) return { refused: 'escape' }
    const [point = ''] = [...rest.slice(1)]
    return this.put(/[\\^$.*+?()[\]{}|/-]/.test(point) ? `\\${point}` : point, 1 + point.length)
  }

  private property(rest: string, whole: (inside: string) => string): Stop | undefined {
    const [all, negated, braced, name = braced ?? ''] = /^\\([pP])(?:\{([^}]*)\}|([^{]))/.exec(rest) ?? []
    if (all === undefined) return { refused: 'malformed' }
    const ascii = posix[name]
    const category = /^(?:Is)?([CLMNPSZ][a-z]?)$/.exec(name)?.[1]
    if (ascii && negated === 'p') return this.put(whole(ascii), all.length)
    if (ascii) return this.put(`[^${ascii}]`, all.length)
    if (category) return this.put(`\\${negated}{${category}}`, all.length)
    return { onlyJava: 'property' }
  }

  private characterClass(): Stop | undefined {
    const opening = this.pattern.startsWith('[^', this.at) ? '[^' : '['
    this.put(opening, opening.length)
    if (this.pattern[this.at] === ']') return { onlyJava: 'class-set' }
    this.dash = 'itself'
    for (let rest = this.pattern.slice(this.at); rest !== ''; rest = this.pattern.slice(this.at)) {
      if (rest[0] === ']') return this.put(']', 1)
      const stopped = this.inClass(rest)
      if (stopped) return stopped
    }
    return { refused: 'malformed' }
  }

  private inClass(rest: string): Stop | undefined {
    if (rest[0] === '[' || rest.startsWith('&&')) return { onlyJava: 'class-set' }
    if (rest[0] === '-' && this.dash === 'a range' && rest[1] !== ']') {
      this.dash = 'in a range'
      return this.put('-', 1)
    }
    const isClass = /^\\[dDwWsShHvVpP]/.test(rest)
    if (isClass && this.dash === 'in a range') return { refused: 'range' }
    this.dash = isClass || this.dash === 'in a range' ? 'itself' : 'a range'
    if (rest[0] !== '\\') return this.put(rest[0] === '-' ? '\\-' : (rest[0] ?? ''), 1)
    if ('QRXbB'.includes(rest[1] ?? '')) return { onlyJava: 'class-set' }
    if (rest[1] === 'e' || rest[1] === 'a') return this.put(spelt[rest[1]] ?? '', 2)
    const before = this.source.length
    const stopped = this.member(rest, (inside) => inside)
    // A class within a class is no JavaScript.
    return stopped ?? (this.source.startsWith('[', before) ? { onlyJava: 'class-set' } : undefined)
  }
}

const isAssertion = (rest: string): boolean => /^(?:[\^$]|\\[AzZbB])/.test(rest)
