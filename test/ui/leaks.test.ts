// @vitest-environment happy-dom
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { plainDialect } from '../../src/claims/dialect'
import { entriesOf } from '../../src/claims/entries'
import { asExactJson } from '../../src/claims/exact-json'
import { asCsv, asJsonFile, asMarkdown } from '../../src/claims/export'
import { findingsOf } from '../../src/claims/findings'
import { usualReads } from '../../src/claims/findings/finding'
import { type Keeping, kept, keptSubject, redactedSources } from '../../src/claims/kept'
import { opennessOf } from '../../src/claims/openness'
import { redacted } from '../../src/claims/redact'
import type { Subject } from '../../src/claims/subject'
import { reportOf } from '../../src/workbench/export/report'

vi.mock('../../src/platform/browser', () => import('./fake-browser'))

/** Every claim that Latchkey can explain, by how much of it others may read. */
const known = {
  whole: 'email_verified phone_number_verified exp iat auth_time nbf iss aud azp client_id scope token_use version acr amr',
  address: 'cognito:username username email preferred_username',
  shape:
    'name given_name family_name middle_name nickname cognito:groups sub phone_number address birthdate gender zoneinfo locale profile picture website updated_at identities cognito:roles cognito:preferred_role nonce at_hash jti origin_jti event_id device_key',
} as const
const names = (openness: keyof typeof known) => known[openness].split(' ')

test.each(['whole', 'address', 'shape'] as const)('of these claims others may read: %s', (openness) => {
  expect(names(openness).filter((claim) => opennessOf(claim) !== openness)).toEqual([])
})

test('what should name nobody and has turned into something else is hidden', () => {
  const odd = { iss: { ann: 'ann' }, aud: ['app', { ann: 'ann' }], scope: [['ann']], exp: 5, amr: ['pwd', 'otp'] }
  expect(redacted(odd, { groups: [] })).toEqual({
    ...{ iss: { 'xxx 1': 'xxx' }, aud: ['xxx', { 'xxx 1': 'xxx' }], scope: [['xxx']] },
    ...{ exp: 5, amr: ['pwd', 'otp'] },
  })
})

/** No other text in a report has so many letters of this sort in a row, and no form of a text has any. */
const secret = fc.stringMatching(/^[jkqwz]{5,9}$/)
const hiding = fc.constantFrom(...names('shape'), ...names('address'), 'custom:team', 'https://acme.example/claims')
const wrapped = (text: fc.Arbitrary<string>) =>
  fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      ...[text, text.map((one) => ` ${one}; ${one.toUpperCase()}`), text.map((one) => `[${one}, x]`), text.map((one) => `Google_${one}`)],
      ...[text.map((one) => `${one}@acme.example`), text.map((one) => `"${one}"|=${one}`)],
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(text, tie('value'), { maxKeys: 2 }),
    ),
  })).value
const claims = wrapped(secret).chain((value) => fc.dictionary(hiding, fc.oneof(fc.constant(value), wrapped(secret)), { maxKeys: 8 }))

/** Groups may be read: here they are not where anybody looks for them. */
const redaction = { groups: ['teams'] }
const heads = ['Name', 'Value', 'In']
const subjectOf = (id: Subject['sources']['id'] & object, access: object, userinfo: object): Subject => {
  const encoded = (value: object) => Buffer.from(asExactJson(value)).toString('base64url')
  const tokens = { id: `${encoded({})}.${encoded(id)}.AA` }
  const sources = { id, access: { ...access }, userinfo: { ...userinfo } }
  return { id: '1', from: 'session', provider: 'acme', person: { initials: '' }, sources, tokens }
}

test('whatever stands in the claims, nothing of it is in what is taken away or kept, but its form', () => {
  fc.assert(
    fc.property(claims, claims, claims, fc.bigInt({ min: 10n ** 20n, max: 8n * 10n ** 20n }), (id, access, userinfo, number) => {
      const subject = subjectOf({ ...id, 'custom:number': number, 'custom:list': [{ id: number }] }, access, userinfo)
      const payload = `{"custom:number":${number}}`
      const look = { sources: subject.sources, reads: usualReads, dialect: plainDialect, size: 9000, payload }
      const keeping: Keeping = { id: '7', label: 'A', at: 1, redaction, findings: findingsOf(look) }
      const one = kept(subject, keeping)
      const sources = redactedSources(subject.sources, redaction)
      const entries = entriesOf(sources, plainDialect)
      const report = reportOf({ version: '1', browser: 'x', at: 'now', journal: [], findings: one.findings, entries })
      const written = [asExactJson(one), asExactJson(keptSubject(one)), asJsonFile(sources), report]
      for (const text of [...written, asCsv(entries, heads), asMarkdown(entries, heads)]) {
        expect(text).not.toMatch(/[jkqwz]{4}/i)
        expect(text).not.toContain(String(number).slice(0, 12))
      }
    }),
  )
})
