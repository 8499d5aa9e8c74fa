import { expect, test } from 'vitest'
import { issuerIn } from '../../../src/providers/oidc/issuer-in'

test.each([
  ['https://login.acme.com/realms/acme/.well-known/openid-configuration', 'https://login.acme.com/realms/acme'],
  ['See <https://acme.okta.example/.well-known/openid-configuration>.', 'https://acme.okta.example'],
  ['https://login.acme.com/.well-known/openid-configuration/', 'https://login.acme.com'],
])('the issuer is what stands before its document’s own path: %s', (text, issuer) => expect(issuerIn(text)).toBe(issuer))

test.each([
  'https://login.acme.com/realms/acme',
  'https://wiki.acme.com/display/DS?to=/.well-known/openid-configuration',
  'http://login.acme.com/.well-known/openid-configuration',
  '/.well-known/openid-configuration',
  '',
])('“%s” names no issuer', (text) => expect(issuerIn(text)).toBeUndefined())
