import type { Bag } from '../settings/bag'

/** Where browsers of one kind get the extension. */
export interface Origin {
  /** The extension's id: 32 letters, or `name@host` in Firefox. */
  readonly id: string
  /** Chrome and Edge: the update manifest, of a store or of one's own. Firefox: the package. */
  readonly url: string
}

/** The browsers for which files are made. */
export type BrowserName = 'chrome' | 'edge' | 'firefox'

/** What an administrator rolls out. */
export interface Plan {
  /** The settings that are to be policy, in the form of the settings contract, `version` among them. */
  readonly values: Bag
  readonly origins: Readonly<Record<BrowserName, Origin>>
  /** Version of the extension, for update manifests of one's own. */
  readonly version: string
}

/** Platforms that set policy, each in a way of its own. */
export const platforms = ['linux', 'windows', 'intune', 'macos', 'jamf', 'google-admin', 'firefox', 'self-hosted'] as const
/** One of them, for which a file is. */
export type Platform = (typeof platforms)[number]

/** A file to put where browsers look for policy. */
export interface RolloutFile {
  readonly platform: Platform
  /** Name in its platform's folder. */
  readonly name: string
  readonly content: string
}

/** What the files say to people, in the language of whoever makes them. Paths are the catalogue's. */
export interface RolloutWords {
  label(path: string): string
  help(path: string): string
  choice(path: string, option: string): string
  /** Stands beside a field that takes a list as JSON. */
  readonly asJson: string
  /** Says that the whole of the settings goes into this field, as JSON. */
  readonly wholeAsJson: string
}
