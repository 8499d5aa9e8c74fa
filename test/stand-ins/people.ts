import { createHash } from 'node:crypto'

/** Somebody in the user pool, with what the pool knows of them. */
export interface Person {
  /** The pool's user name, `{IdP}_{id}` for somebody from an identity provider. */
  readonly username: string
  /** What they type into the sign-in page: the user name, or their name at the identity provider. */
  readonly signIn: string
  /** Why this person exists. */
  readonly remark: string
  readonly sub: string
  readonly groups: readonly string[]
  /** IAM role ARNs that come with the groups, the preferred one first. */
  readonly roles: readonly string[]
  /** User attributes as the pool holds them. Custom ones are strings, whatever their type in the schema. */
  readonly attributes: Readonly<Record<string, string | boolean>>
  /** Claims that a pre token generation trigger (V2) adds to the ID token. */
  readonly added: Readonly<Record<string, unknown>>
  /** The identity provider that they come from. */
  readonly identity?: { readonly providerName: string; readonly providerType: 'Google' | 'SAML'; readonly userId: string }
}

/** Everybody's password: a demonstration prints it. */
export const demoPassword = 'Latchkey-demo-1'

const plain = { groups: [], roles: [], attributes: {}, added: {} }

function person(username: string, remark: string, rest: Partial<Person>): Person {
  return { ...plain, username, signIn: username, remark, sub: uuidOf(username), ...rest }
}

/** Attributes of an ordinary person: `mail('ann', 'Ann Archer')` is ann@acme.example, verified. */
function mail(local: string, name: string, more: Person['attributes'] = {}): Person['attributes'] {
  const [given_name = '', ...family] = name.split(' ')
  return { email: `${local}@acme.example`, email_verified: true, name, given_name, family_name: family.join(' '), ...more }
}

/** The same name gives the same UUID in every run. */
function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')
}

const manyGroups = Array.from({ length: 100 }, (_, index) => `project-${String(index + 1).padStart(3, '0')}-contributors`)

const gina = { providerName: 'Google', providerType: 'Google', userId: '105127360944558712039' } as const
const sam = { providerName: 'AcmeSaml', providerType: 'SAML', userId: 'sam@acme.example' } as const

/** Everybody who can sign in to the stand-ins. */
export const people: readonly Person[] = [
  person('ann', 'the plain case', { groups: ['dev', 'confluence-users'], attributes: mail('ann', 'Ann Archer') }),
  person('admin', 'administers Confluence; groups carry IAM roles', {
    groups: ['confluence-administrators', 'confluence-users'],
    roles: ['arn:aws:iam::123456789012:role/wiki-admin', 'arn:aws:iam::123456789012:role/wiki-user'],
    attributes: mail('admin', 'Ada Min'),
  }),
  person('uma', 'one group only: still an array', { groups: ['dev-ops'], attributes: mail('uma', 'Uma Unger') }),
  person('noah', 'no group: cognito:groups is absent', { attributes: mail('noah', 'Noah None') }),
  person('hundred', 'a hundred groups: a token too large for a cookie', { groups: manyGroups, attributes: mail('hundred', 'Huan Dredd') }),
  person(`Google_${gina.userId}`, 'federated by Google: odd user name, e-mail not verified', {
    signIn: 'gina@gmail.example',
    identity: gina,
    attributes: mail('gina', 'Gina Gold', {
      email: 'gina@gmail.example',
      email_verified: false,
      picture: 'https://gmail.example/gina.png',
    }),
  }),
  person('AcmeSaml_sam@acme.example', 'federated by SAML: groups squeezed into one string', {
    signIn: 'sam@acme.example',
    identity: sam,
    attributes: mail('sam', 'Sam Saml', { 'custom:groups': '[dev, ops]' }),
  }),
  person('BOB', 'upper-case user name and e-mail', {
    groups: ['Dev'],
    attributes: mail('bob', 'BOB BROWN', { email: 'BOB@ACME.EXAMPLE' }),
  }),
  person('eve', 'an e-mail address in a domain that is not ours', {
    groups: ['dev'],
    attributes: mail('eve', 'Eve Else', { email: 'eve@elsewhere.example' }),
  }),
  person('nils', 'no e-mail at all', { groups: ['dev'], attributes: { name: 'Nils Nomail', given_name: 'Nils', family_name: 'Nomail' } }),
  person('wang', 'a name beyond Latin', {
    groups: ['dev', 'équipe-été'],
    attributes: mail('wang', '王 小明', { given_name: '小明', family_name: '王', nickname: 'Ωmega 🦉' }),
  }),
  person('kim', 'shares an e-mail address with kim.park', { groups: ['dev'], attributes: mail('kim', 'Kim Kim') }),
  person('kim.park', 'shares an e-mail address with kim', { groups: ['ops'], attributes: mail('kim', 'Kim Park') }),
  person('olga', 'odd custom values, and claims of every type added by a trigger', {
    groups: ['dev'],
    attributes: mail('olga', 'Olga Odd', {
      'custom:department': '',
      'custom:level': '5',
      'custom:flag': 'true',
      'custom:teams': 'a, b;c|"d e"',
      'custom:profile': '{"cost":{"centre":"C-7"},"sites":["fra","ber"]}',
      'custom:markup': '<b onclick="alert(1)">Olga</b>',
    }),
    added: {
      groups: ['dev', ['nested', 'list']],
      tenant: { id: 7, name: 'acme', tags: ['x', 'y'] },
      level: 5,
      contractor: false,
      empty: [],
    },
  }),
  person('3f1c2a9e-0c5b-4e57-9d0e-6a2b8f7d1c44', 'a pool with e-mail sign-in: the user name is a UUID', {
    signIn: 'yara@acme.example',
    groups: ['confluence-users'],
    attributes: mail('yara', 'Yara Young', { preferred_username: 'yara', phone_number: '+4915112345678', phone_number_verified: true }),
  }),
]

/** The person of this user name; throws if there is none. */
export function personNamed(username: string, among: readonly Person[] = people): Person {
  const found = among.find((one) => one.username === username)
  if (!found) throw new Error(`nobody is called ${username}`)
  return found
}
