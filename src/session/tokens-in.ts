import { headerOf, parseToken } from './token'

/**
 * The tokens in a text that somebody pasted, or why there are none: `encrypted` is a refresh token, which only its issuer can read;
 * `token-too-long` is one, but longer than any that is read; of one that is `cut-off` there is no more than the beginning.
 */
export type Pasted =
  | { readonly id?: string; readonly access?: string }
  | { readonly wrong: 'nothing' | 'too-long' | 'encrypted' | 'token-too-long' | 'cut-off' | 'no-token' }

const longest = 512 * 1024
/** What chat programs put between signs, and what fills up a part of a token where a load balancer hands it on. */
const unmeant = /\p{Cf}|={1,2}(?=\.)/gu
/** Signs of tokens, and white space where somebody broke them. */
const run = /[\w.\s-]+/g
/** What may stand behind a token's last line. */
const end = /^["'`<>,;)\]}]?$/

/**
 * Finds tokens in whatever was pasted: a bare one, "Bearer …", a line of a log, an answer of the token endpoint, the address of a
 * redirect, or one that was broken into lines. Nothing in them is trusted, and nothing is judged.
 */
export function tokensIn(text: string): Pasted {
  if (text.trim() === '') return { wrong: 'nothing' }
  if (text.length > longest) return { wrong: 'too-long' }
  const plain = text.replace(unmeant, '')
  const candidates = [...plain.matchAll(run)].flatMap(({ 0: signs, index }) =>
    candidatesIn(signs, end.test(plain.charAt(index + signs.length))),
  )
  const read = candidates.flatMap(({ jwt }) => {
    const claims = parseToken(jwt).token?.claims
    return claims ? [{ jwt, isAccess: claims['token_use'] === 'access' }] : []
  })
  const id = read.find(({ isAccess }) => !isAccess)?.jwt
  const access = read.find(({ isAccess }) => isAccess)?.jwt
  if (id === undefined && access === undefined) return { wrong: whatIsThere(candidates) }
  return { ...(id !== undefined && { id }), ...(access !== undefined && { access }) }
}

interface Candidate {
  readonly jwt: string
  /** @see https://www.rfc-editor.org/rfc/rfc7516#section-4.1.2 */
  readonly isEncrypted: boolean
}

/** Everything in a run of signs that begins with a token's header, whatever of it is there. `isWhole`: nothing stands behind the run. */
function candidatesIn(signs: string, isWhole: boolean): readonly Candidate[] {
  const parts = signs.split('.')
  return parts.flatMap((part, index) => {
    const [header, read] = headersIn(part).find(([, { alg }]) => typeof alg === 'string') ?? []
    if (header === undefined || !read) return []
    const [payload = '', signature = ''] = [parts[index + 1], parts[index + 2]]
    const isLast = index + 3 === parts.length
    const jwt = [header, unbroken(payload), signatureIn(signature, String(read['alg']), isWhole || !isLast)].join('.')
    return [{ jwt, isEncrypted: 'enc' in read }]
  })
}

/** Headers as they may stand at the end of a text: from the first "{" on, or what has another word in front of it. */
const headersIn = (text: string) =>
  [text.indexOf('eyJ'), text.search(/\seyJ\S*\s*$/)].flatMap((start) => {
    const header = unbroken(text.slice(start))
    const read = start < 0 ? undefined : headerOf(header)
    return read ? [[header, read] as const] : []
  })

const unbroken = (text: string): string => text.replace(/\s+/g, '')

/** How long signatures are, in characters, by the first letters of their algorithm; RSA with keys of 2048, 3072 and 4096 bits. */
const lengths: Readonly<Record<string, readonly number[]>> = {
  RS: [342, 512, 683],
  PS: [342, 512, 683],
  ES: [86, 128, 176],
  Ed: [86, 152],
  HS: [43, 64, 86],
}

/** The signature that a text begins with. It goes on in the next line if it is not whole and there is nothing else in that line. */
function signatureIn(text: string, alg: string, isWhole: boolean): string {
  const [first = '', ...others] = text.split(/[\r\n]+/).flatMap((line) => line.trim() || [])
  let signature = /^[\w-]*/.exec(first)?.[0] ?? ''
  if (signature !== first) return signature
  for (const [index, line] of others.entries()) {
    const isOfIt = /^(?!eyJ)[\w-]+$/.test(line) && (isWhole || index + 1 < others.length)
    if (!isOfIt || lengths[alg.slice(0, 2)]?.includes(signature.length)) break
    signature += line
  }
  return signature
}

function whatIsThere(candidates: readonly Candidate[]): 'encrypted' | 'token-too-long' | 'cut-off' | 'no-token' {
  if (candidates.some(({ isEncrypted }) => isEncrypted)) return 'encrypted'
  const isTooLong = ({ jwt }: Candidate) => parseToken(jwt).checks.some(({ name, passed }) => name === 'size' && !passed)
  if (candidates.some(isTooLong)) return 'token-too-long'
  return candidates.length > 0 ? 'cut-off' : 'no-token'
}
