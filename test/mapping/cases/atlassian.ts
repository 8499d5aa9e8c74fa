import { ann, type Case, existing } from './case'

const { 'cognito:groups': _, ...groupless } = ann
const { email: __, ...withoutEmail } = ann
const { name: ___, ...unnamed } = ann

/** Atlassian's built-in SSO with just-in-time provisioning. */
export const cases: readonly Case[] = [
  {
    title: 'somebody new gets the user name, address and name that the expressions give',
    fact: 'mapping expressions',
    expected: { outcome: 'created', account: 'ann', email: 'ann@acme.com', name: 'Ann Archer', profile: 'set' },
  },
  {
    title: 'text around an expression stays',
    fact: 'mapping expressions',
    settings: { fullName: '${given_name} ${family_name} (Acme)' },
    expected: { name: 'Ann Archer (Acme)' },
  },
  {
    title: 'without an expression the user name is the subject',
    fact: 'mapping expressions',
    settings: { username: '' },
    expected: { account: ann.sub, cautions: ['odd-username', 'groups-created', 'other-directory'] },
  },
  {
    title: 'a plain name is no expression: everybody would be called that',
    fact: 'mapping expressions',
    settings: { username: 'email' },
    expected: { account: 'email', cautions: ['literal-template', 'groups-created', 'other-directory'] },
  },
  {
    title: 'the user name may come from userInfo',
    fact: 'mapping expressions',
    settings: { username: '${nickname}' },
    more: { userInfo: { nickname: 'annie' } },
    expected: { outcome: 'created', account: 'annie' },
  },
  {
    title: 'the ID token wins over userInfo',
    fact: 'mapping expressions',
    more: { userInfo: { 'cognito:username': 'somebody' } },
    expected: { account: 'ann' },
  },
  {
    title: 'address and name come from the ID token alone',
    fact: 'mapping expressions',
    claims: withoutEmail,
    more: { userInfo: { email: 'ann@acme.com' } },
    expected: { outcome: 'refused', refusal: { code: 'claim-missing', claim: 'email', setting: 'email' } },
  },
  {
    title: 'a claim that is missing from the user name lets nobody in',
    fact: 'mapping expressions',
    settings: { username: '${preferred_username}' },
    expected: { outcome: 'refused', refusal: { code: 'claim-missing', claim: 'preferred_username', setting: 'username' } },
  },
  {
    title: 'a claim that is no text counts as missing',
    fact: 'mapping expressions',
    claims: { ...ann, personnel: 4711 },
    settings: { username: '${personnel}' },
    expected: { outcome: 'refused', refusal: { code: 'claim-missing', claim: 'personnel', setting: 'username' } },
  },
  {
    title: 'a claim that is missing from the name lets nobody in',
    fact: 'mapping expressions',
    claims: unnamed,
    expected: { outcome: 'refused', refusal: { code: 'claim-missing', claim: 'name', setting: 'fullName' } },
  },
  {
    title: 'one claim of several that is missing lets nobody in',
    fact: 'mapping expressions',
    settings: { fullName: '${given_name} ${middle_name}' },
    expected: { outcome: 'refused', refusal: { code: 'claim-missing', claim: 'middle_name', setting: 'fullName' } },
  },
  {
    title: 'somebody with an account joins the token’s groups and leaves all others',
    fact: 'jit',
    more: existing(['book-club', 'dev']),
    expected: { outcome: 'signed-in', profile: 'updated', groups: ['dev', 'ops'], removed: ['book-club'] },
  },
  {
    title: 'what nobody knows of memberships is left too',
    fact: 'jit',
    more: { assume: 'existing' },
    expected: { groups: ['dev', 'ops'], others: 'removed' },
  },
  {
    title: 'somebody new has the token’s groups and no others',
    fact: 'jit',
    expected: { groups: ['dev', 'ops'], others: 'none' },
  },
  {
    title: 'groups are joined under their own name, in lower case',
    fact: 'lower case',
    claims: { ...ann, 'cognito:groups': ['Dev'] },
    expected: { groups: ['dev'] },
  },
  {
    title: 'that a missing group is made is not verified',
    fact: 'groups claim',
    claims: { ...ann, 'cognito:groups': ['writers'] },
    more: existing([]),
    expected: { groups: ['writers'], created: ['writers yes'], cautions: ['groups-created', 'other-directory'] },
  },
  {
    title: 'nothing is said of missing groups where all are there',
    fact: 'groups claim',
    more: existing([]),
    expected: { created: [], cautions: ['other-directory'] },
  },
  {
    title: 'whoever is in no group is not let in: Cognito leaves the claim out',
    fact: 'groups claim',
    claims: groupless,
    expected: { outcome: 'refused', refusal: { code: 'no-groups-claim', attribute: 'cognito:groups' } },
  },
  {
    title: 'an empty list of groups is a list',
    fact: 'groups claim',
    claims: { ...ann, 'cognito:groups': [] },
    more: existing(['book-club']),
    expected: { outcome: 'signed-in', groups: [], removed: ['book-club'] },
  },
  {
    title: 'a list with anything but texts in it lets nobody in',
    fact: 'groups claim',
    claims: { ...ann, 'cognito:groups': ['dev', 7] },
    expected: { outcome: 'refused', refusal: { code: 'groups-no-list', attribute: 'cognito:groups' } },
  },
  {
    title: 'a text in the place of the list lets nobody in',
    fact: 'groups claim',
    claims: { ...ann, 'cognito:groups': 'dev' },
    expected: { outcome: 'refused', refusal: { code: 'groups-no-list', attribute: 'cognito:groups' } },
  },
  {
    title: 'an expression in the place of the claim’s name lets nobody in',
    fact: 'groups claim',
    settings: { groups: { attribute: '${cognito:groups}' } },
    expected: { outcome: 'refused', refusal: { code: 'no-groups-claim', attribute: '${cognito:groups}' } },
  },
  {
    title: 'without just-in-time provisioning only people with an account come in',
    fact: 'no jit',
    settings: { createUsers: false },
    expected: { outcome: 'refused', refusal: { code: 'no-account', value: 'ann' } },
  },
  {
    title: 'without just-in-time provisioning nobody’s profile or groups change',
    fact: 'no jit',
    settings: { createUsers: false },
    more: existing(['book-club']),
    expected: { outcome: 'signed-in', profile: 'left', groups: ['book-club'], removed: [], cautions: [] },
  },
  {
    title: 'without just-in-time provisioning a missing address does not matter',
    fact: 'no jit',
    claims: withoutEmail,
    settings: { createUsers: false },
    more: existing([]),
    expected: { outcome: 'signed-in' },
  },
  {
    title: 'without just-in-time provisioning missing groups do not matter',
    fact: 'no jit',
    claims: groupless,
    settings: { createUsers: false },
    more: existing([]),
    expected: { outcome: 'signed-in' },
  },
  {
    title: 'rows of a group mapping do nothing: the app has none',
    fact: 'groups claim',
    settings: { groups: { rules: [{ confluenceGroup: 'developers', when: 'dev' }] } },
    expected: {
      groups: ['dev', 'ops'],
      rules: ['unused not-in-this-app'],
      cautions: ['groups-created', 'other-directory', 'not-in-this-app'],
    },
  },
  {
    title: 'a user name pattern does nothing: the app has none',
    fact: 'mapping expressions',
    settings: { username: '${email}', usernamePattern: '^.*?(?=@)' },
    expected: { account: 'ann@acme.com', cautions: ['groups-created', 'other-directory', 'not-in-this-app'] },
  },
  {
    title: 'nobody is found by e-mail: the app knows user names alone',
    fact: 'mapping expressions',
    settings: { matchBy: 'email' },
    expected: { account: 'ann', cautions: ['groups-created', 'other-directory', 'not-in-this-app'] },
  },
  {
    title: 'domains are not restricted: the app has no such setting',
    fact: 'no jit',
    more: { allowedDomains: ['other.com'] },
    expected: { outcome: 'created' },
  },
  {
    title: 'a user name in upper case is kept in lower case',
    fact: 'lower case',
    claims: { ...ann, 'cognito:username': 'ANN' },
    expected: { account: 'ann', cautions: ['upper-case', 'groups-created', 'other-directory'] },
  },
  {
    title: 'provisioning without a groups claim is not verified to work',
    fact: 'jit',
    settings: { groups: { enabled: false } },
    more: existing(['book-club']),
    expected: { groups: ['book-club'], cautions: ['groups-required', 'other-directory'] },
  },
]
