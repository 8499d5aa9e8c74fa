import * as v from 'valibot'
import { hosts } from '../hosts'
import { recognise } from '../login-page/recognise'
import { baseUrl } from '../settings/addresses'
import type { ComplaintCode } from '../settings/kinds'

/** The base URL in an address that somebody typed or pasted: a bare host name, a login page, any page. */
export function siteAddress(typed: string): { readonly baseUrl: string } | { readonly wrong: ComplaintCode } {
  const text = typed.trim()
  if (!text) return { wrong: 'required' }
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`
  if (!URL.canParse(address)) return { wrong: 'not-an-address' }
  const url = new URL(address)
  const known = recognise({ url }, hosts, [])?.baseUrl
  const { success, output, issues } = v.safeParse(baseUrl, known ?? address.replace(/[?#].*$/, ''))
  return success ? { baseUrl: output } : { wrong: issues[0].message as ComplaintCode }
}
