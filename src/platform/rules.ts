import type { Door } from '../login-page/door'
import type { Rule } from '../login-page/rule'
import { rulesFor } from '../login-page/rules'
import { servlets } from '../sso-apps/routes'
import { browser } from './browser'
import { isSameJson } from './same-json'

/**
 * Puts the redirect rules of these doors in the place of all that there were; gives the doors whose rules the browser took. It takes
 * all at once or none: a site that it cannot hold, such as one with a very long context path, is left to the content script, alone.
 */
export async function ruleDoors(doors: readonly Door[]): Promise<readonly Door[]> {
  const { getDynamicRules, updateDynamicRules } = browser.declarativeNetRequest
  const current = await getDynamicRules()
  // Whatever else changed about the sites: the browser compiles its rules anew only where they are others.
  if (isSameJson(current, rulesFor(doors, servlets))) return doors
  const removeRuleIds = current.map(({ id }) => id)
  const take = async (some: readonly Door[]) => {
    await updateDynamicRules({ removeRuleIds, addRules: rulesFor(some, servlets) as never })
    return some
  }
  return take(doors)
    .catch(async () => take(await thatFit(doors)))
    .catch(async (refusal: unknown) => {
      console.warn('The browser refused the redirect rules; login pages are redirected after they have loaded.', refusal)
      return take([])
    })
}

/** Puts these in the place of all session rules, without those that the browser cannot hold. */
export async function ruleSession(rules: readonly Rule[]): Promise<void> {
  const { getSessionRules, updateSessionRules } = browser.declarativeNetRequest
  const removeRuleIds = (await getSessionRules()).map(({ id }) => id)
  const take = (some: readonly Rule[]) => updateSessionRules({ removeRuleIds, addRules: some as never })
  await take(rules).catch(async () => {
    const fits = await Promise.all(rules.map(fit))
    await take(rules.filter((_, index) => fits[index]))
  })
}

async function thatFit(doors: readonly Door[]): Promise<readonly Door[]> {
  const fits = await Promise.all(doors.map(async (door) => (await Promise.all(rulesFor([door], servlets).map(fit))).every(Boolean)))
  return doors.filter((_, index) => fits[index])
}

async function fit({ condition: { regexFilter, isUrlFilterCaseSensitive } }: Rule): Promise<boolean> {
  if (!regexFilter) return true
  const regex = { regex: regexFilter, isCaseSensitive: isUrlFilterCaseSensitive ?? false, requireCapturing: true }
  const { isSupported } = await browser.declarativeNetRequest.isRegexSupported(regex)
  return isSupported
}
