import { expect, test } from 'vitest'
import oidc from '../../src/providers/oidc'
import type { OAuthError } from '../../src/session/provider'
import type { Account } from '../../src/session/session'
import { callback, settingsOf } from './provider'

const issuer = 'https://id.acme.example/realms/staff'
const settings = settingsOf({ id: 'staff', kind: 'oidc', clientId: 'wiki-browser.apps_1', endpoints: { issuer } })
const about = { settings, callback, address: 'https://op.example' }
const account = { endSession: `${issuer}/logout?tenant=1` } as Account

test.each<[string, object, readonly string[]]>([
  ['nothing', {}, []],
  ['the issuer', { endpoints: {} }, ['endpoints.issuer']],
  ['the client id', { clientId: '' }, ['clientId']],
])('missing: %s', (_, over, missing) => {
  expect(oidc.missing(settingsOf({ id: 'x', kind: 'oidc', clientId: 'c', endpoints: { issuer }, ...over }))).toEqual(missing)
})

test('the issuer in the settings speaks for itself alone', () => expect(oidc.issuersOf(settings)).toEqual([issuer]))

test.each<[OAuthError, string, string]>([
  [{ error: 'access_denied' }, 'access-denied', 'access-denied'],
  [{ error: 'login_required' }, 'login-required', 'login-required'],
  [{ error: 'interaction_required' }, 'login-required', 'login-required'],
  [{ error: 'account_selection_required' }, 'login-required', 'login-required'],
  [{ error: 'consent_required' }, 'login-required', 'login-required'],
  [{ error: 'invalid_scope' }, 'scope-refused', 'scope-refused'],
  [{ error: 'unauthorized_client' }, 'grant-not-allowed', 'grant-not-allowed'],
  [{ error: 'unsupported_response_type' }, 'grant-not-allowed', 'grant-not-allowed'],
  [{ error: 'server_error' }, 'provider-busy', 'provider-busy'],
  [{ error: 'temporarily_unavailable' }, 'provider-busy', 'provider-busy'],
  [{ error: 'invalid_client' }, 'provider-refused', 'client-has-secret'],
  [{ error: 'invalid_grant' }, 'provider-refused', 'code-refused'],
  [{ error: 'invalid_request', description: 'User is disabled' }, 'provider-refused', 'provider-refused'],
])('%o in the redirect is %s, and of the token endpoint %s', (error, inRedirect, ofToken) => {
  expect(oidc.answerProblem(error, about).code).toBe(inRedirect)
  expect(oidc.tokenProblem(error, about).code).toBe(ofToken)
})

test('the language goes out under OpenID’s name', () => {
  expect(oidc.requestParameters(settings)).toEqual({})
  expect(oidc.requestParameters({ ...settings, lang: 'de' })).toEqual({ ui_locales: 'de' })
})

test('the settings know better than the provider where its session ends', () => {
  const logout = 'https://proxy.acme.example/bye'
  const address = oidc.logoutAddress({ ...settings, endpoints: { ...settings.endpoints, logout } }, callback, account)
  expect(address).toMatch(/^https:\/\/proxy\.acme\.example\/bye\?/)
})

test('nobody is asked for keys because a token names them', () => expect(oidc.keysOf()).toBeUndefined())

test('logging out is asked for as OpenID has it, without a token in an address', () => {
  expect(oidc.logoutAddress(settings, callback)).toBeUndefined()
  const address = new URL(oidc.logoutAddress(settings, `${callback}signed-out`, account) ?? '')
  expect(Object.fromEntries(address.searchParams)).toEqual({
    tenant: '1',
    client_id: 'wiki-browser.apps_1',
    post_logout_redirect_uri: `${callback}signed-out`,
  })
})
