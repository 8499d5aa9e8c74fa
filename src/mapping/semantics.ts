import type { Reads } from '../claims/findings/finding'
import type { Claims } from '../session/session'
import type { MappingSettings, ProviderSettings } from '../settings/catalog'
import type { Directory } from './directory'
import type { FormTab } from './form'
import type { Match } from './matcher'
import type { Verdict } from './verdict'

/** What a verdict is made of. */
export interface MappingInput {
  /** Of the ID token. */
  readonly claims: Claims
  readonly userInfo?: Claims
  readonly mapping: MappingSettings
  /** The guide's "Domain Restriction"; none means all. */
  readonly allowedDomains: readonly string[]
  readonly directory: Directory
  /** What to take for granted of an account that nobody has looked up. */
  readonly assume: 'new' | 'existing'
}

/** How one SSO app makes a Confluence user out of claims, and what its own form looks like. */
export interface MappingSemantics {
  /** What the facts hold for: the version that was looked at. Absent where nothing is known. */
  readonly basis?: string
  /** The kind of identity provider with which it was looked at, where it may do otherwise with another. */
  readonly seenWith?: ProviderSettings['kind']
  /** What its form has besides, in its own words: no setting stands for it, and no verdict tries it. */
  readonly beyond: readonly string[]
  /** Settings that the app has a field for, as paths below `mapping`. */
  readonly settings: readonly string[]
  /** What it reads of a token with these settings, its own defaults where nothing is set. */
  reads(mapping: MappingSettings): Reads
  /** Who these claims become. Never throws. */
  judge(input: MappingInput, match: Match): Verdict
  /** The settings in the order and words of the app's own form. */
  form(mapping: MappingSettings, allowedDomains: readonly string[]): readonly FormTab[]
}
