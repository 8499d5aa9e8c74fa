import * as v from 'valibot'
import type { Dialect } from '../claims/dialect'
import type { Discovered, Discovery, SsoApp } from './contract'
import type { Routes } from './routes'

/** miniOrange OAuth/OpenID for Confluence. @see https://plugins.miniorange.com/oauth-openid-single-sign-on-sso-confluence-using-aws-cognito */
export const signs: SsoApp = {
  id: 'miniorange',
  name: 'miniOrange OAuth/OpenID',
  marks: [
    'a#use_idp_button_js',
    'a[href*="/plugins/servlet/oauth/auth?"]',
    '#moRedirectBox',
    '#backdoor-restriction-form',
    '#custom-confluence-login',
  ],
  redirecting: '#moRedirectBox',
  failure: 'oautherror',
  returnParameter: 'return_to',
  start: 'plugins/servlet/oauth/auth?return_to={destination}',
  backdoor: 'oauth_sso=false',
}

const settings = v.object({
  configured: v.optional(v.boolean()),
  enableOAuthSSO: v.optional(v.boolean()),
  disableDefaultLogin: v.optional(v.boolean()),
  loginButtonText: v.optional(v.string()),
  backdoorEnabled: v.optional(v.boolean()),
  backdoorKey: v.optional(v.string()),
  backdoorValue: v.optional(v.string()),
})

/** The login page's own settings, served to anybody. Seen in version 1.1.28; later versions may keep them to themselves. */
export const discovery: Discovery = {
  path: 'plugins/servlet/oauth/getconfig',
  read(answer) {
    const { success, output } = v.safeParse(settings, answer)
    if (!success || Object.keys(output).length === 0) return undefined
    const { loginButtonText, backdoorEnabled, backdoorKey, backdoorValue, disableDefaultLogin } = output
    const found: Discovered = { ssoApp: signs.id, serverRedirects: disableDefaultLogin === true }
    return {
      ...found,
      ...(loginButtonText && { buttonText: loginButtonText }),
      ...(backdoorEnabled === false
        ? { backdoor: null }
        : backdoorKey && { backdoor: [backdoorKey, ...(backdoorValue ? [backdoorValue] : [])].join('=') }),
    }
  },
}

/** Spelling of its Test Configuration table: `parent.child`, `key[i].child`, lists as quoted words joined by ";". Seen in version 1.1.28. */
export const dialect: Dialect = {
  names: (claims) => Object.entries(claims).flatMap(([name, value]) => flattened(name, value)),
}

type Row = { readonly name: string; readonly value: string }

function flattened(name: string, value: unknown): readonly Row[] {
  if (Array.isArray(value)) {
    if (value.some((item) => typeof item === 'object' && item !== null))
      return value.flatMap((item, index) => flattened(`${name}[${index}]`, item))
    return [{ name, value: value.map((item) => JSON.stringify(item)).join(';') }]
  }
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([child, inner]) => flattened(`${name}.${child}`, inner))
  return [{ name, value: value === null || value === undefined ? '' : String(value) }]
}

/** Its servlets, as its signs' source names them. */
export const routes: Routes = { starts: ['plugins/servlet/oauth/auth'], callbacks: ['plugins/servlet/oauth/callback'] }
