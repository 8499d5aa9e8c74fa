/** Signs that give a value its form and tell nothing of it. */
const form = /[\s@._\-+:/;,[\]"'(){}#&=|\\]/u

/** A text's form without its content: upper and lower case, digits, length and punctuation; letters become x and X, digits 9, all else •. */
export const shapeOf = (text: string): string => Array.from(text, (sign) => shapeOfSign(sign)).join('')

function shapeOfSign(sign: string): string {
  if (/\p{Lu}/u.test(sign)) return 'X'
  if (/[\p{L}\p{M}]/u.test(sign)) return 'x'
  if (/\p{N}/u.test(sign)) return '9'
  return form.test(sign) || /\p{Cf}/u.test(sign) ? sign : '•'
}

/** The form of an e-mail address, its domain left as it is: what allowed domains are compared with. Of any other text the form alone. */
export function shapeOfAddress(text: string): string {
  const [, local, domain] = /^([^\s@]+)@((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})$/u.exec(text) ?? []
  return local !== undefined && domain !== undefined ? `${shapeOf(local)}@${domain}` : shapeOf(text)
}
