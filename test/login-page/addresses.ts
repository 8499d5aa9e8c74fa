import fc from 'fast-check'

const values = [
  '/',
  '%2F',
  '%2Fdisplay%2FDS%2FMy%2BPage',
  '/x/a',
  '%2F%2Fevil',
  '%2F%5Cevil',
  '%2F@evil',
  '%2F%40evil',
  '%2F%09%2Fevil',
  '%2F%252Fevil',
  '%2F.%2F%2Fevil',
  '%2F%3Bjsessionid%3Da%2Fevil',
  'https%3A%2F%2Fevil',
  'https:evil',
  '%68ttps://evil',
  '%2Fconfluence%2Fx',
  '%2Fa%0Ab',
  '%2Fa%250Ab',
  '%2Fa%25250Ab',
  '%2Fa%7F',
  '%2Fa%5Cb',
  '%2Fa\\b',
  '%2Fa%25',
  '%2Fa%2',
  'x',
  '',
  '%2F%E6%97%A5',
  '%2Fa%20b%3Bc%2Cd',
  '%2Fa;b,c',
  '%2F;a',
  '%2Fa%22b',
  '%2Fa+b',
  '%2Fa%2Bb%252Bc%2520d',
  '%2Fpages%2Fviewpage.action%3FspaceKey%3DDS%26title%3DMy%2BPage',
  'false',
  'true',
]
const names = [
  'os_destination',
  'destination',
  'logout',
  'oauth_sso',
  'saml_sso',
  'auth_fallback',
  'nosso',
  'oautherror',
  'permissionViolation',
  'language',
  'xos_destination',
  'destinations',
]
const anchors = ['', '#a', '#/b?c', '#latchkey:a', '#%C3%9Cber%20a', '#x?os_destination=%2Fevil&destination=%2Fy', '##a']
const paths = ['', '', ';jsessionid=0A1B.node1']

/** Addresses of the login page at `login`, half of them with a plain destination first, and with whatever else could stand in them. */
export function loginAddresses(login: string): fc.Arbitrary<string> {
  const parameter = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...values)).map(([name, value]) => `${name}=${value}`)
  const plain = fc.constantFrom(
    'os_destination=%2Fdisplay%2FDS%2FPage',
    'destination=%2Fx%2Fabc',
    'permissionViolation=true&os_destination=%2Fx',
  )
  return fc
    .tuple(
      fc.constantFrom(...paths),
      fc.constantFrom(...anchors),
      fc.option(plain, { nil: undefined }),
      fc.array(parameter, { maxLength: 4 }),
    )
    .map(([path, anchor, first, others]) => {
      const query = [...(first ? [first] : []), ...others].join('&')
      return `${login}${path}${query ? `?${query}` : ''}${anchor}`
    })
}

const letters = "abcxyzABCXYZ0189_-.*~!()'@:$="
const segment = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 12 }).map((text) => `p${text}`)

/** As Java's URLEncoder does it. */
const encoded = (value: string) =>
  encodeURIComponent(value).replace(/[!'()~]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)

/** Addresses of the login page as Confluence makes them: one destination, a path of the site's own, encoded as a whole. */
export function plainLoginAddresses(login: string): fc.Arbitrary<string> {
  const page = fc.tuple(fc.array(segment, { minLength: 1, maxLength: 4 }), fc.array(fc.tuple(segment, segment), { maxLength: 3 }))
  const wanted = page.map(([path, query]) => {
    const parameters = query.map(([name, value]) => `${name}=${value}%20%2B+%C3%A9`).join('&')
    return `/${path.join('/')}${parameters && `?${parameters}`}`
  })
  return fc
    .tuple(
      fc.constantFrom('os_destination', 'destination'),
      wanted,
      fc.constantFrom('', '&permissionViolation=true'),
      fc.constantFrom('', '#Timeline'),
    )
    .map(([name, value, more, anchor]) => `${login}?${name}=${encoded(value)}${more}${anchor}`)
}
