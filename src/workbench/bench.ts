import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Dialect } from '../claims/dialect'
import type { Kept } from '../claims/kept'
import type { Subject } from '../claims/subject'
import type { JournalEntry } from '../platform/journal-store'
import type { FrontTab } from '../platform/tabs'
import type { Account, SignInState } from '../session/session'
import type { ProviderSettings, SiteSettings } from '../settings/catalog'
import type { Resolved } from '../settings/resolve'
import type { AskedDirectory } from './directory/use-directory'
import type { Pasting } from './paste/use-pasting'

/** Everything that the workbench knows, as it was read at one moment. */
export interface Shelf {
  readonly resolved: Resolved
  readonly accounts: readonly Account[]
  /** How the last attempt to sign in stands, by provider id. */
  readonly signIns: Readonly<Record<string, SignInState>>
  readonly journal: readonly JournalEntry[]
  /** Id of the SSO app of each site of which it is known, by base URL. */
  readonly ssoApps: Readonly<Record<string, string>>
  /** Everybody who was kept, the latest first; undefined where the browser allows no database. */
  readonly kept: readonly Kept[] | undefined
  /** The tab beside which the workbench stands, or its own. */
  readonly front?: FrontTab
}

/** The SSO app that reads the claims. */
export interface App {
  readonly id: string
  readonly name: string
  readonly dialect: Dialect
}

/** What lies on the workbench, for every section of it: a person's claims, and the site that they are for. */
export interface Bench {
  readonly shelf: Shelf
  /** Everybody whose claims are at hand: signed in, pasted, kept. */
  readonly subjects: readonly Subject[]
  /** Whose claims are looked at; undefined where there are none at hand. */
  readonly subject?: Subject
  /** The kind of identity provider that issued them; undefined of one that nobody knows. */
  readonly issuedBy?: ProviderSettings['kind']
  readonly choose: (subject: string) => void
  readonly pasting: Pasting
  /** What the site itself says of its users and groups, once it was asked. */
  readonly directory: AskedDirectory
  /** The site that they are for; undefined where no site is configured. */
  readonly site?: SiteSettings
  readonly chooseSite: (baseUrl: string) => void
  /** The SSO app of that site; undefined while it is unknown, or spells claims as they stand. */
  readonly app?: App
  /** Seconds since the epoch. */
  readonly now: number
  /** Reads what is kept anew, after it was changed. */
  readonly reload: () => void
}

const context = createContext<Bench | undefined>(undefined)
/** Hands it to whatever is drawn within. */
export const BenchProvider = context.Provider

/** What `BenchProvider` gives. Throws a TypeError outside of one. */
export function useBench(): Bench {
  const bench = useContext(context)
  if (!bench) throw new TypeError('no BenchProvider above')
  return bench
}
