const lineEnd = '(?:\\r\\n|[\\n\\r\\u0085\\u2028\\u2029])'
const veryEnd = '$'
const end = `(?=${lineEnd}?${veryEnd})`

/** Signs that mean the same under another spelling, outside of classes and without flags. */
export const signs: Readonly<Record<string, string>> = {
  $: end,
  '.': '[^\\n\\r\\u0085\\u2028\\u2029]',
  ']': '\\]',
  '}': '\\}',
}

/** Escapes that mean the same under another spelling, outside of classes. */
export const spelt: Readonly<Record<string, string>> = {
  A: '^',
  z: veryEnd,
  Z: end,
  R: '(?:\\r\\n|[\\n\\x0b\\f\\r\\x85\\u2028\\u2029])',
  e: '\\x1b',
  a: '\\x07',
  '-': '-', // JavaScript has no such escape here
}

/** Classes whose members differ: without flags Java knows white space of ASCII only. */
export const classes: Readonly<Record<string, string>> = {
  s: ' \\t\\n\\x0b\\f\\r',
  h: ' \\t\\xa0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000',
  v: '\\n\\x0b\\f\\r\\x85\\u2028\\u2029',
}

/** Classes that Java takes from POSIX, all of ASCII. */
export const posix: Readonly<Record<string, string>> = {
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

/** Whether Java and JavaScript agree on a text's letters without flags. */
export const isAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text)
