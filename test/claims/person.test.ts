import { expect, test } from 'vitest'
import { personOf } from '../../src/claims/person'

test.each([
  ['the full name', { name: 'Ann Archer', email: 'a@b.c', 'cognito:username': 'ann' }, 'Ann Archer', 'AA'],
  ['first and last name where there is no full name', { given_name: 'Ann', family_name: 'Archer' }, 'Ann Archer', 'AA'],
  ['the e-mail address where there is no name', { email: 'ann.archer@acme.example' }, 'ann.archer@acme.example', 'AA'],
  ['the e-mail address where the name is nothing but blanks', { name: ' ', email: 'ann@acme.example' }, 'ann@acme.example', 'A'],
  ['the user name where there is no e-mail address', { 'cognito:username': 'Google_105' }, 'Google_105', 'G1'],
  ['the full name, whatever stands behind it', { name: 'Ann B 🙂' }, 'Ann B 🙂', 'AB'],
  ['the subject where there is nothing else', { sub: 'f3c0' }, 'f3c0', 'F'],
  ['a name in another script', { name: '山田 太郎' }, '山田 太郎', '山太'],
  ['one name of several', { name: 'Maria  de la Cruz' }, 'Maria de la Cruz', 'MC'],
  ['what can be seen of a name', { name: '\u202eAnn\u0000\nAr\u200bcher\u2066' }, 'Ann Archer', 'AA'],
  ['the next name where nothing can be seen of the first', { name: '\u200b\u202e', email: 'ann@acme.example' }, 'ann@acme.example', 'A'],
  ['the beginning of a name without end', { name: 'A'.repeat(60_000) }, `${'A'.repeat(99)}…`, 'A'],
])('a person is called by %s', (_, claims, name, initials) => {
  expect(personOf(claims)).toMatchObject({ name, initials })
})

test('claims that are no texts name nobody', () => {
  expect(personOf({ name: ['Ann'], email: 7, sub: '  ' })).toEqual({ initials: '' })
})

test('what a token does not say of a person is absent, and so is what is empty, or no text', () => {
  expect(personOf({})).toEqual({ initials: '' })
  expect(personOf({ name: ' ', email: 7, 'cognito:username': '', sub: null })).toEqual({ initials: '' })
  expect(personOf({ name: ' Ann ', email: ' a@b.c ', username: 'ann' })).toEqual({
    name: 'Ann',
    email: 'a@b.c',
    username: 'ann',
    initials: 'A',
  })
  expect(personOf({ family_name: 'Archer' }).name).toBe('Archer')
})
