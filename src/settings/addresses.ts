import * as v from 'valibot'
import { asBaseUrl, withoutFinalDot, wrongWithAddress, wrongWithBaseUrl } from './base-url'
import type { ComplaintCode } from './kinds'

const sound = (wrongWith: (value: string) => ComplaintCode | undefined) =>
  v.check<string, (issue: v.CheckIssue<string>) => string>(
    (value) => !wrongWith(value),
    ({ input }) => wrongWith(input) ?? '',
  )

const formed = (form: RegExp, otherwise: ComplaintCode) => v.pipe(v.string(), v.regex(form, otherwise))

/** An https address, kept as written. */
export const httpsAddress = v.pipe(v.string(), sound(wrongWithAddress))

/** Origin and context path of one installation, normalised by the URL standard, its host without a final dot, and ending in "/". */
export const baseUrl = v.pipe(v.string(), sound(wrongWithBaseUrl), v.transform(asBaseUrl))

/** A host name, given bare or as an https address: normalised by the URL standard to the bare name, without a final dot. */
export const hostName = v.pipe(
  v.string(),
  v.transform((value) => `https://${value.replace(/^https:\/\/|\/$/gi, '')}`),
  v.check((value) => /^https:..[^/?#@\\[]+$/.test(value) && !wrongWithAddress(value), 'not-a-host'),
  v.transform((value) => withoutFinalDot(new URL(value)).host),
)

/** An AWS region, such as `eu-west-1`, `us-gov-west-1` or `eusc-de-east-1`. */
export const region = formed(/^[a-z]{2,4}(-[a-z]+)+-\d$/, 'not-a-region')

/** A Cognito user pool id. @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeUserPool.html */
export const userPoolId = formed(/^[\w-]+_[0-9A-Za-z]+$/, 'not-a-pool-id')

/** An OAuth client id, as Cognito and others hand them out: no spaces, nothing beyond ASCII. @see https://www.rfc-editor.org/rfc/rfc6749#appendix-A.1 */
export const clientId = formed(/^[!-~]{1,256}$/, 'not-an-id')

/** One scope, as OAuth writes it: blanks stand between scopes. @see https://www.rfc-editor.org/rfc/rfc6749#section-3.3 */
export const scope = formed(/^[!#-[\]-~]+$/, 'not-a-scope')

/** What stands behind the @ of an e-mail address, compared letter by letter: as typed, but nothing that can stand there in no address. */
export const mailDomain = formed(/^[^\s@,;]+$/, 'not-a-domain')

/** A language as Cognito's `lang` and OpenID's `ui_locales` name it: `de`, `pt-BR`. @see https://www.rfc-editor.org/rfc/rfc5646 */
export const languageTag = formed(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/, 'not-a-language')

/** A short name that people choose for a provider. */
export const shortId = formed(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'not-an-id')

/** What Java's regular expressions have and the browser's have not: inline flags, possessive repetition, quotes, sets of classes. */
const onlyJava = /\(\?[a-zA-Z>-]|[*+?}]\+|\\[AGHQRXZhpz]|&&|\[[^\]]*\[/

const compiles = (pattern: string, flags: string): boolean => {
  try {
    return Boolean(new RegExp(pattern, flags))
  } catch {
    return false
  }
}

/** A regular expression for Java, which runs it: refused is only what can be none in any spelling. */
export const pattern = v.pipe(
  v.string(),
  v.check((value) => compiles(value, 'u') || compiles(value, '') || onlyJava.test(value), 'not-a-pattern'),
)
