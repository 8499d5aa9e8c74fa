import { browser } from './browser'
import { originOf, type Sites } from './grants'

/** Gives back the hosts of sites of which none is left, and tells which. Hosts that the build requires stay: browsers refuse to take those back. */
export async function returnGrants(before: Sites, now: Sites): Promise<readonly string[]> {
  const [had, needed] = [before, now].map((sites) => new Set(sites.map(({ baseUrl }) => originOf(baseUrl)))) as [Set<string>, Set<string>]
  const unneeded = [...had].filter((origin) => !needed.has(origin))
  const gone = await Promise.all(unneeded.map((origin) => browser.permissions.remove({ origins: [origin] }).catch(() => false)))
  return unneeded.filter((_, index) => gone[index])
}
