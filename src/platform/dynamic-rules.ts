import type { Draft, Rule } from '../login-page/rule'
import { browser } from './browser'
import { isSameJson } from './same-json'

/** Rules of pauses are counted from here, those of doors from 1: of all rules only dynamic ones outlive the browser and an update. */
const firstPause = 1_000_000

type DynamicRule = Awaited<ReturnType<typeof browser.declarativeNetRequest.getDynamicRules>>[number]
const isOfPause = ({ id }: DynamicRule): boolean => id >= firstPause

/** The rules of doors that the browser holds. */
export const doorRules = async (): Promise<readonly DynamicRule[]> =>
  (await browser.declarativeNetRequest.getDynamicRules()).filter((rule) => !isOfPause(rule))

/** Puts these in the place of all rules of doors. */
export const writeDoorRules = async (rules: readonly Rule[]): Promise<void> => replace(await doorRules(), rules)

/** Puts these in the place of all rules of pauses. */
export async function writePauses(drafts: readonly Draft[]): Promise<void> {
  const before = (await browser.declarativeNetRequest.getDynamicRules()).filter(isOfPause)
  const rules = drafts.map((draft, index) => ({ id: firstPause + index, ...draft }))
  if (!isSameJson(before, rules)) await replace(before, rules)
}

const replace = (before: readonly DynamicRule[], rules: readonly Rule[]): Promise<void> =>
  browser.declarativeNetRequest.updateDynamicRules({ removeRuleIds: before.map(({ id }) => id), addRules: rules as never })
