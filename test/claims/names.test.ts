import { expect, test } from 'vitest'
import { namesFor } from '../../src/claims/names'
import atlassian from '../../src/sso-apps/dialects/atlassian'
import miniorange from '../../src/sso-apps/dialects/miniorange'

test('where nobody has signed in, Cognito’s usual claims are offered as the SSO app spells them', () => {
  expect(namesFor(undefined, atlassian)).toEqual([
    '${cognito:username}',
    '${email}',
    '${name}',
    '${given_name}',
    '${family_name}',
    '${preferred_username}',
    'cognito:groups',
    '${sub}',
  ])
})

test('a name that is typed otherwise in the field for groups is offered in both forms, and no claim of the token’s own', () => {
  expect(namesFor({ iss: 'x', identities: [{ userId: '1' }, { userId: '2' }] }, miniorange)).toEqual([
    'identities[0].userId',
    'identities[*].userId',
    'identities[1].userId',
  ])
})
