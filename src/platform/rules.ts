import type { Door } from '../login-page/door'
import type { Rule } from '../login-page/rule'
import { rulesFor } from '../login-page/rules'
import { servlets } from '../sso-apps/routes'
import { browser } from './browser'
import { doorRules, writeDoorRules } from './dynamic-rules'
import { isSameJson } from './same-json'

/**
 * Puts the redirect rules of these doors in the place of all that there were; gives the doors whose rules the browser took. A site
 * that it cannot hold is left to the content script, alone.
 */
export async function ruleDoors(doors: readonly Door[]): Promise<readonly Door[]> {
  // Whatever else changed about the sites: the browser compiles its rules anew only where they are others.
  if (isSameJson(await doorRules(), rulesFor(doors, servlets))) return doors
  return take(doors).catch(async (refusal: unknown) => {
    console.warn('The browser refused redirect rules; some login pages are redirected after they have loaded.', refusal)
    return mostOf(doors, await take([]))
  })
}

/** The browser takes all at once or none: what it refuses beside those that it has taken is found by halving. */
async function mostOf(doors: readonly Door[], taken: readonly Door[]): Promise<readonly Door[]> {
  const half = Math.ceil(doors.length / 2)
  return take([...taken, ...doors]).catch(async () =>
    doors.length > 1 ? mostOf(doors.slice(half), await mostOf(doors.slice(0, half), taken)) : taken,
  )
}

async function take(doors: readonly Door[]): Promise<readonly Door[]> {
  await writeDoorRules(rulesFor(doors, servlets))
  return doors
}

/** Puts these in the place of all session rules. */
export async function ruleSession(rules: readonly Rule[]): Promise<void> {
  const { getSessionRules, updateSessionRules } = browser.declarativeNetRequest
  const removeRuleIds = (await getSessionRules()).map(({ id }) => id)
  await updateSessionRules({ removeRuleIds, addRules: rules as never })
}
