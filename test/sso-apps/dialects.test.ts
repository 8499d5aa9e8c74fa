import { expect, test } from 'vitest'
import { dialects } from '../../src/sso-apps/dialects'

const claims = {
  email: 'ann@acme.example',
  email_verified: true,
  'cognito:groups': ['dev', 'o"ps'],
  identities: [{ userId: '1', primary: 'true' }],
  address: { country: 'DE', lines: ['a', 'b'] },
  nothing: null,
}

test('miniOrange flattens what is nested, and quotes it as it does what is listed', () => {
  expect(dialects['miniorange']?.names(claims)).toEqual([
    { name: 'email', value: 'ann@acme.example' },
    { name: 'email_verified', value: 'true' },
    { name: 'cognito:groups', value: '"dev";"o\\"ps"' },
    { name: 'identities[0].userId', value: '"1"' },
    { name: 'identities[0].primary', value: '"true"' },
    { name: 'address.country', value: '"DE"' },
    { name: 'address.lines', value: '"a";"b"' },
    { name: 'nothing', value: '' },
  ])
})

test('Atlassian takes templates, and a plain name for groups', () => {
  expect(dialects['atlassian']?.names(claims).slice(0, 3)).toEqual([
    { name: '${email}', value: 'ann@acme.example' },
    { name: '${email_verified}', value: 'true' },
    { name: 'cognito:groups', value: '["dev","o\\"ps"]' },
  ])
})
