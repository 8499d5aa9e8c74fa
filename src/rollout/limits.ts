import type { BrowserName, Plan, Platform, RolloutFile } from './plan'
import { registryOf } from './registry'

/** Something for a platform that is longer than its maker says that it takes. The words for each code stand in `ui/`. */
export interface Excess {
  readonly platform: Platform
  readonly code: 'long-value' | 'long-script'
  /** Characters of a value; whole kilobytes of a script. */
  readonly size: number
}

/** Characters in the 65,535 bytes of one value, the last of which is zero. @see https://learn.microsoft.com/openspecs/windows_protocols/ms-gpreg/5c092c22-bf6b-4e7f-b180-b20743d368f5 */
const longestValue = 32_766
/** Kilobytes. @see https://learn.microsoft.com/intune/intune-service/apps/intune-management-extension */
const longestScript = 200

/** What of a plan and its files is too long for Group Policy and for Intune. */
export function excesses(plan: Plan, files: readonly RolloutFile[]): readonly Excess[] {
  const browsers: readonly BrowserName[] = ['chrome', 'edge', 'firefox']
  const value = Math.max(...browsers.flatMap((browser) => registryOf(browser, plan)).map(({ value }) => String(value).length))
  const script = Math.ceil(Math.max(...files.map(({ name, content }) => (name.endsWith('.ps1') ? content.length : 0))) / 1024)
  return [
    ...(value > longestValue ? [{ platform: 'windows', code: 'long-value', size: value } as const] : []),
    ...(script > longestScript ? [{ platform: 'intune', code: 'long-script', size: script } as const] : []),
  ]
}
