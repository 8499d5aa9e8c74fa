import fc from 'fast-check'

const values = [
  '/',
  '%2F',
  '%2Fdisplay%2FDS%2FMy%2BPage',
  '/x/a',
  '%2F%2Fevil',
  '%2F%5Cevil',
  'https%3A%2F%2Fevil',
  '%2Fconfluence%2Fx',
  '%2Fa%0Ab',
  '%2Fa%250Ab',
  '%2Fa%25250Ab',
  '%2Fa%7F',
  '%2Fa%5Cb',
  '%2Fa%25',
  'x',
  '',
  '%2F%E6%97%A5',
  '%2Fa%20b%3Bc%2Cd',
  '%2Fa+b',
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
]

/** Addresses of the login page at `login`, half of them with a plain destination first, and with whatever else could stand in them. */
export function loginAddresses(login: string): fc.Arbitrary<string> {
  const parameter = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...values)).map(([name, value]) => `${name}=${value}`)
  const plain = fc.constantFrom(
    'os_destination=%2Fdisplay%2FDS%2FPage',
    'destination=%2Fx%2Fabc',
    'permissionViolation=true&os_destination=%2Fx',
  )
  return fc
    .tuple(fc.constantFrom('', '#a', '#/b?c', '#latchkey:a'), fc.option(plain, { nil: undefined }), fc.array(parameter, { maxLength: 4 }))
    .map(([anchor, first, others]) => {
      const query = [...(first ? [first] : []), ...others].join('&')
      return `${login}${query ? `?${query}` : ''}${anchor}`
    })
}
