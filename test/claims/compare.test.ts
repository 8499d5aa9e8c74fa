import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, compareSubjects } from '../../src/claims/compare'
import { kept, keptSubject } from '../../src/claims/kept'
import { isReadable, redacted } from '../../src/claims/redact'
import type { Subject } from '../../src/claims/subject'

const groups = { groups: ['cognito:groups'] }
const ann = { 'cognito:username': 'ann', email: 'ann@acme.example', 'cognito:groups': ['dev', 'users'], iat: 1, 'custom:team': 'Wiki' }
const bob = { 'cognito:username': 'bob', email: 'bob@acme.example', 'cognito:groups': ['users', 'ops'], iat: 2, phone_number: '1' }
const always = () => true
const readable = (claim: string, value: unknown) => isReadable(claim, value, groups)

test('why Ann is in devs and Bob is not: each group has one of three places', () => {
  expect(compare(ann, bob, always).find(({ claim }) => claim === 'cognito:groups')).toMatchObject({
    standing: 'different',
    entries: { both: ['users'], onlyLeft: ['dev'], onlyRight: ['ops'] },
  })
})

test('what people look for comes first, and what a token says of itself does not count', () => {
  expect(compare(ann, bob, always).map(({ claim, standing }) => [claim, standing])).toEqual([
    ['cognito:username', 'different'],
    ['email', 'different'],
    ['cognito:groups', 'different'],
    ['phone_number', 'only-right'],
    ['custom:team', 'only-left'],
  ])
})

test('groups in another order are the same groups', () => {
  const turned = { 'cognito:groups': ['users', 'dev'] }
  expect(compare({ 'cognito:groups': ['dev', 'users'] }, turned, always)[0]?.standing).toBe('same')
})

test('of redacted claims that have the same form nobody claims that they are the same', () => {
  const rows = compare(redacted(ann, groups), redacted({ ...bob, 'custom:team': 'Team' }, groups), readable)
  const standing = (claim: string) => rows.find((row) => row.claim === claim)?.standing
  expect(standing('cognito:username')).toBe('unknown')
  expect(standing('custom:team')).toBe('unknown')
  expect(standing('cognito:groups')).toBe('different')
})

test('redacted claims of different form are different people’s', () => {
  expect(compare(redacted({ name: 'Ann' }, groups), redacted({ name: 'Bobby' }, groups), readable)[0]?.standing).toBe('different')
})

test('of somebody with an access token alone, that is compared', () => {
  const pasted: Subject = {
    id: 'pasted',
    from: 'pasted',
    person: { initials: '' },
    sources: { access: { 'cognito:groups': ['dev'] } },
    tokens: {},
  }
  const rows = compareSubjects(pasted, { ...pasted, sources: { id: { 'cognito:groups': ['ops'] } } }, groups)
  expect(rows[0]?.entries).toEqual({ both: [], onlyLeft: ['dev'], onlyRight: ['ops'] })
})

test('numbers that browsers round to the same one are two, in lists as well', () => {
  const holder = (claim: unknown): Subject => ({
    ...{ id: String(claim), from: 'pasted', person: { initials: '' }, sources: { id: { 'custom:id': claim } }, tokens: {} },
  })
  const [left, right] = [12345678901234567890n, 12345678901234567891n]
  expect(compareSubjects(holder(left), holder(right), groups)).toEqual([{ claim: 'custom:id', standing: 'different', left, right }])
  const [row] = compareSubjects(holder([1, left]), holder([1, right]), groups)
  expect(row?.entries).toEqual({ both: ['1'], onlyLeft: [String(left)], onlyRight: [String(right)] })
})

describe('people who were kept', () => {
  const signedIn = (claims: Record<string, unknown>): Subject => ({
    ...{ id: 'session', from: 'session', person: { initials: '' }, sources: { id: claims }, tokens: {} },
  })
  const usual = ['cognito:groups', 'groups']
  const keep = (claims: Record<string, unknown>, readable: readonly string[] = usual) =>
    keptSubject(kept(signedIn(claims), { id: '1', label: 'Ann', at: 0, redaction: { groups: readable }, findings: [] }))
  const standingOf = (left: Subject, right: Subject, readable = usual) => compareSubjects(left, right, { groups: readable })[0]?.standing

  test('groups that are named by addresses are hidden, and nobody claims that they are the same', () => {
    expect(standingOf(keep({ groups: ['dev@acme.com'] }), keep({ groups: ['ops@acme.com'] }))).toBe('unknown')
    expect(standingOf(keep({ groups: ['dev@acme.com'] }), signedIn({ groups: ['ops@acme.com'] }))).toBe('unknown')
    expect(standingOf(signedIn({ groups: ['dev@acme.com'] }), keep({ groups: ['ops@acme.com'] }))).toBe('unknown')
    expect(standingOf(keep({ groups: ['dev', 'ann@acme.com'] }), keep({ groups: ['dev', 'bob@acme.com'] }))).toBe('unknown')
  })

  test('entries are told apart only where they can be read on both sides', () => {
    const [row] = compareSubjects(keep({ groups: ['dev'] }), keep({ groups: ['ann@acme.com'] }), { groups: usual })
    expect(row).toMatchObject({ standing: 'different' })
    expect(row).not.toHaveProperty('entries')
  })

  test('groups that were hidden when somebody was kept stay hidden once their claim is the group attribute', () => {
    const now = [...usual, 'custom:teams']
    expect(standingOf(keep({ 'custom:teams': ['dev'] }), keep({ 'custom:teams': ['ops'] }), now)).toBe('unknown')
    expect(standingOf(keep({ 'custom:teams': ['dev'] }), keep({ 'custom:teams': ['ops'] }, now), now)).toBe('unknown')
    expect(standingOf(keep({ 'custom:teams': ['dev'] }), signedIn({ 'custom:teams': ['ops'] }), now)).toBe('unknown')
    expect(standingOf(keep({ 'custom:teams': ['dev'] }, now), keep({ 'custom:teams': ['ops'] }), now)).toBe('unknown')
    expect(standingOf(keep({ 'custom:teams': ['dev'] }, now), signedIn({ 'custom:teams': ['dev'] }), now)).toBe('same')
  })

  test('of hidden lists the order says nothing, and the number of entries does', () => {
    const roles = (...all: readonly string[]) => keep({ 'cognito:roles': all })
    expect(standingOf(roles('arn:1', 'arn:22'), roles('arn:33', 'arn:4'))).toBe('unknown')
    expect(standingOf(roles('arn:1', 'arn:2'), roles('arn:3'))).toBe('different')
    expect(compareSubjects(roles('arn:1', 'arn:2'), roles('arn:3'), { groups: usual })[0]).not.toHaveProperty('entries')
  })
})

test('a person compared with themselves is the same in everything', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (claims) => {
      for (const { standing } of compare(claims, claims, always)) expect(standing).toBe('same')
    }),
  )
})

test('comparing the other way round swaps left and right and nothing else', () => {
  const claims = fc.dictionary(fc.constantFrom('a', 'b', 'cognito:groups'), fc.oneof(fc.string(), fc.array(fc.constantFrom('x', 'y', 'z'))))
  const turned = { same: 'same', different: 'different', unknown: 'unknown', 'only-left': 'only-right', 'only-right': 'only-left' }
  fc.assert(
    fc.property(claims, claims, (one, other) => {
      const there = compare(one, other, always).map(({ claim, standing }) => [claim, turned[standing]])
      expect(compare(other, one, always).map(({ claim, standing }) => [claim, standing])).toEqual(there)
    }),
  )
})
