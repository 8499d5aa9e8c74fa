import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainDialect } from '../../src/claims/dialect'
import { findingsOf } from '../../src/claims/findings'
import { type Finding, type FindingCode, findingFacts, usualReads } from '../../src/claims/findings/finding'
import { type Keeping, kept, keptSubject, redactedFinding } from '../../src/claims/kept'
import type { Subject } from '../../src/claims/subject'

const subject = (claims: Record<string, unknown>): Subject => ({
  id: 'session:acme',
  from: 'session',
  provider: 'acme',
  person: { initials: 'AA' },
  sources: { id: claims, userinfo: { ...claims, 'custom:extra': claims['name'] } },
  tokens: { id: 'secret.id.token', access: 'secret.access.token' },
  verification: { verified: false, checks: [{ name: 'sub', passed: false, wanted: 'Somebody', found: String(claims['sub']) }] },
})
const keep = (claims: Record<string, unknown>) => {
  const one = subject(claims)
  const keeping: Keeping = {
    id: '7',
    label: 'Ann',
    at: 1,
    redaction: { groups: ['cognito:groups'] },
    findings: findingsOf({ sources: one.sources, reads: usualReads, dialect: plainDialect }),
  }
  return kept(one, keeping)
}

test('of somebody kept, groups, domains, checks and findings are left', () => {
  const one = keep({
    sub: 's',
    'cognito:username': 'Google_105',
    email: 'ann@acme.example',
    email_verified: false,
    'cognito:groups': ['Dev'],
  })
  expect(one.sources.id).toEqual({
    sub: 'x',
    'cognito:username': 'Xxxxxx_999',
    email: 'xxx@acme.example',
    email_verified: false,
    'cognito:groups': ['Dev'],
  })
  expect(one.verification).toEqual({ verified: false, checks: [{ name: 'sub', passed: false, wanted: '', found: '' }] })
  expect(one.findings).toContainEqual({ code: 'username-of-provider', claim: 'cognito:username', values: ['Xxxxxx_999', 'Xxxxxx'] })
  expect(one.findings).toContainEqual({ code: 'upper-case-groups', claim: 'cognito:groups', values: ['Dev'] })
})

test('how many entries a squeezed list has is told, and none of them', () => {
  expect(keep({ groups: '[dev, ops]' }).findings).toContainEqual({ code: 'list-in-text', claim: 'groups', values: ['[xxx, xxx]', '2'] })
})

test.each<Finding>([
  { code: 'groups-elsewhere', claim: 'cognito:groups', values: ['custom:teams'] },
  { code: 'groups-elsewhere-too', claim: 'cognito:groups', values: ['custom:teams'] },
  { code: 'only-elsewhere', claim: 'email', values: ['userinfo'] },
  { code: 'username-not-read', values: ['nickname'] },
  { code: 'email-not-read', claim: 'email', values: ['custom:mail'] },
  { code: 'names-not-read', claim: 'name', values: ['${nickname}'] },
  { code: 'no-openid', values: ['email'] },
  { code: 'access-token', values: ['openid'] },
  { code: 'token-over-cookie', values: ['5000'] },
  { code: 'token-over-header', values: ['9000'] },
])('what is found can still be understood where it names nobody: $code', (finding) => {
  expect(redactedFinding(finding, { groups: ['cognito:groups'] })).toEqual(finding)
})

const openly = /elsewhere|not-read|openid|access-token|token-over|group-of|in-group|upper-case-groups/
test.each((Object.keys(findingFacts) as FindingCode[]).filter((code) => !openly.test(code)))('what %s quotes is hidden', (code) => {
  expect(redactedFinding({ code, claim: 'x', values: ['Ann3'] }, { groups: ['cognito:groups'] }).values).toEqual(['Xxx9'])
})

test('nothing that names a person, and no token, is kept', () => {
  // No name of a member begins with such a letter, nor does what a word is hidden as.
  const secret = fc.stringMatching(/^Q[a-vA-V0-8]{5,19}$/)
  fc.assert(
    fc.property(secret, secret, secret, (username, name, local) => {
      const claims = {
        sub: username,
        'cognito:username': `${username} `,
        name,
        given_name: name,
        email: `${local}@acme.example`,
        groups: `[${local}, ${name}]`,
      }
      const written = JSON.stringify(keep(claims))
      for (const word of [username, name, local, 'secret']) expect(written).not.toContain(word)
    }),
  )
})

test('whoever was kept comes back under the name that the administrator gave them', () => {
  const one = keptSubject(keep({ sub: 's', name: 'Ann Archer' }))
  expect(one).toMatchObject({ id: 'kept:7', from: 'kept', person: { name: 'Ann' }, tokens: {} })
})

test('whoever comes back knows their provider and what was verified, and has nothing of it where there was nothing', () => {
  const { provider, verification } = keptSubject(keep({ sub: 's' }))
  expect([provider, verification?.verified]).toEqual(['acme', false])
  const { provider: _, verification: __, ...pasted } = subject({ sub: 's' })
  const one = kept(pasted, { id: '7', label: 'Ann', at: 1, redaction: { groups: [] }, findings: [] })
  for (const there of [one, keptSubject(one)]) {
    expect(there).not.toHaveProperty('provider')
    expect(there).not.toHaveProperty('verification')
  }
})
