import { describe, expect, test } from 'vitest'
import { pastedSubject } from '../../src/claims/subject'
import type { Claims } from '../../src/session/session'
import { verdictOf } from './cases/case'

const encoded = (json: string) => Buffer.from(json).toString('base64url')
const claimsOf = (payload: string): Claims => pastedSubject({ id: `${encoded('{}')}.${encoded(payload)}.AA` }).sources.id ?? {}

/** Browsers take the two for one number. */
const [one, other] = ['9007199254740992', '9007199254740993'] as const

describe.each(['miniorange', 'kantega'])('whole numbers that browsers round, in the dry run of %s', (app) => {
  test('give a user name all their digits', () => {
    const claims = claimsOf(`{"custom:staff_id":${other},"email":"ann@acme.com","name":"Ann"}`)
    const { username, account } = verdictOf(app, { claims, settings: { username: 'custom:staff_id' } })
    expect([username.value, account]).toEqual([other, other])
  })
})

test('groups of miniOrange that are such numbers are told apart', () => {
  const claims = claimsOf(`{"cognito:username":"ann","email":"ann@acme.com","ids":[${one},${other}],"teams":[{"id":${other}}]}`)
  const rules = [one, other].map((id) => ({ confluenceGroup: `group-${id}`, when: id }))
  const { received, rules: reports } = verdictOf('miniorange', { claims, settings: { groups: { attribute: 'ids', rules } } })
  expect(received.map(({ name }) => name)).toEqual([one, other])
  expect(reports.map(({ matched }) => matched)).toEqual([[one], [other]])
  expect(verdictOf('miniorange', { claims, settings: { groups: { attribute: 'teams[0].id' } } }).received[0]?.name).toBe(other)
})
