import { expect, test } from 'vitest'
import { domainProblem } from '../../src/session/allowed-domains'

test.each<[string, object, readonly string[], string | undefined]>([
  ['of an allowed domain', { email: 'ann@acme.example' }, ['other.example', 'acme.example'], undefined],
  ['of another domain', { email: 'ann@other.example' }, ['acme.example'], 'other.example'],
  ['of a domain that ends like an allowed one', { email: 'ann@evil-acme.example' }, ['acme.example'], 'evil-acme.example'],
  ['of a domain below an allowed one', { email: 'ann@mail.acme.example' }, ['acme.example'], 'mail.acme.example'],
  ['spelled otherwise, as the SSO app has it', { email: 'ann@ACME.example' }, ['acme.example'], 'ACME.example'],
  ['that has an allowed domain before its own', { email: '"ann@acme.example"@evil.example' }, ['acme.example'], 'evil.example'],
  ['that has another domain before its own', { email: '"ann@evil.example"@acme.example' }, ['acme.example'], undefined],
  ['without a domain', { email: 'ann' }, ['acme.example'], 'ann'],
  ['of any domain, where all are', { email: 'ann@other.example' }, [], undefined],
  ['that did not come', {}, ['acme.example'], undefined],
  ['that is empty, of which the SSO app asks no domain', { email: '' }, ['acme.example'], undefined],
])('an address %s', (_, claims, allowed, domain) => {
  expect(domainProblem(claims as { email?: string }, allowed)).toEqual(
    domain === undefined ? undefined : { code: 'email-domain-not-allowed', domain, allowed },
  )
})
