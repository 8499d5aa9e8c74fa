import { atPath } from '../settings/place'
import { chromiumBrowsers } from './browsers'
import { type Piece, pieces } from './pieces'
import type { BrowserName, Plan, RolloutWords } from './plan'
import { below, firefoxKey, policyKey } from './registry'

/** A policy as the Group Policy editor shows it. */
export interface AdmxPolicy {
  /** "Chrome_features_workbench" */
  readonly name: string
  readonly browser: BrowserName
  readonly key: string
  readonly valueName: string
  /** Absent where all of the settings are one text. */
  readonly piece?: Piece
}

/** The categories that policies stand in. */
export const categories: Readonly<Record<BrowserName, string>> = { chrome: 'Chrome', edge: 'Edge', firefox: 'Firefox' }

/** Every policy of these browsers: one for each setting in Chrome and Edge, one for all of them in Firefox. */
export function admxPolicies(browsers: readonly BrowserName[], { origins }: Plan): readonly AdmxPolicy[] {
  const chromium = chromiumBrowsers
    .filter(({ name }) => browsers.includes(name))
    .flatMap((browser) =>
      pieces.map((piece) => {
        const steps = piece.path.split('.')
        const key = below(policyKey(browser, origins[browser.name].id), ...steps.slice(0, -1))
        return { name: `${categories[browser.name]}_${steps.join('_')}`, browser: browser.name, key, valueName: steps.at(-1) ?? '', piece }
      }),
    )
  const firefox = { name: 'Firefox_settings', browser: 'firefox', key: below(firefoxKey, '3rdparty', 'Extensions') } as const
  return [...chromium, ...(browsers.includes('firefox') ? [{ ...firefox, valueName: origins.firefox.id }] : [])]
}

/** What a plan sets a policy to; undefined where it leaves it open. */
export const plannedValue = ({ piece }: AdmxPolicy, { values }: Plan): unknown => (piece ? atPath(values, piece.path) : values)

/** What the Group Policy editor calls a policy. */
export const titleOf = ({ piece }: AdmxPolicy, words: RolloutWords): string => (piece ? words.label(piece.path) : 'Latchkey')

/** Whether a policy's value is typed or chosen in a field, rather than switched on or off. */
export const hasField = ({ piece }: AdmxPolicy): boolean => piece?.node.kind !== 'toggle'

/** The choices of a policy's field, and none where a text is typed. */
export const optionsOf = ({ piece }: AdmxPolicy): readonly string[] => (piece && 'options' in piece.node && piece.node.options) || []

/** Names in a template have no hyphens. */
export const optionId = ({ name }: AdmxPolicy, option: string): string => `${name}_${option.replaceAll('-', '_')}`

/** The id of a policy's field. */
export const fieldId = ({ name }: AdmxPolicy): string => `${name}_value`
