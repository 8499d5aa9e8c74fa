import { type Door, doorOf } from '../../login-page/door'

/**
 * The site in force that has one of these pages, paths below its base URL, at an address. Below a site at the root of its host there may be
 * other applications, with pages of the same names; one that is switched off is nobody's business.
 */
export function ownerOf(address: string, paths: readonly string[], doors: readonly Door[]): Door | undefined {
  const door = doorOf(address, doors)
  return door?.enabled && basesOf(door).some((base) => paths.some((path) => isAt(base + path, address))) ? door : undefined
}

/** A name ends where it ends: links between applications ask for consent at `oauth/authorize`, and an app starts at `oauth/auth`. */
const isAt = (place: string, address: string): boolean =>
  address.startsWith(place) && (place.endsWith('/') || !/^\w/.test(address.slice(place.length)))

/** A proxy may show one wiki at a second path, which nobody has configured: it is where SSO starts. */
function basesOf({ baseUrl, start = '' }: Door): readonly string[] {
  const second = /^([^?]*\/)plugins\/servlet\//.exec(start)?.[1]
  return second === undefined ? [baseUrl] : [baseUrl, new URL(second, baseUrl).href]
}
