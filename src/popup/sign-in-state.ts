import { type Dialect, plainDialect } from '../claims/dialect'
import { type Person, personOf } from '../claims/person'
import { type ClaimRow, rowsOf } from '../claims/rows'
import { doorOf } from '../login-page/door'
import type { Session, SignInState } from '../session/session'
import type { Verification } from '../session/verify'
import { ssoAppOf } from '../settings/sso-app-of'
import type { Snapshot } from './snapshot'

/** Claims in the spelling of one SSO app, with the checks that their token went through. */
export interface ClaimsView {
  readonly rows: readonly ClaimRow[]
  readonly app: string | undefined
  /** Values can be copied: the organisation has not switched export off. */
  readonly mayCopy: boolean
  readonly verification: Verification
}

/** Somebody who signed in. Times in seconds since the epoch. */
export interface SignedInView extends ClaimsView {
  readonly person: Person
  readonly until: number
  /** The sign-in has run out: the claims are what they were then. */
  readonly isOver: boolean
  readonly others: readonly OtherAccount[]
}

/** Somebody else who signed in at the same provider. */
export interface OtherAccount {
  readonly sub: string
  readonly person: Person
}

/** The card of one identity provider: who is signed in, and how the last attempt stands. */
export interface SignInView {
  readonly provider: string
  readonly signedIn: SignedInView | undefined
  readonly attempt: SignInState | undefined
  /** Of an attempt whose token was refused. */
  readonly unverified: ClaimsView | undefined
}

/** How SSO apps spell claims, and what they are called, by id. */
export interface Spelling {
  readonly dialects: Readonly<Record<string, Dialect>>
  readonly names: Readonly<Record<string, string>>
}

/** So many providers stand open in the popup. */
const openCards = 3

/** Those whose card stands open, and those that share a fold: of many providers most are no matter of the person's. */
export function folded(views: readonly SignInView[]): Readonly<Record<'open' | 'folded', readonly SignInView[]>> {
  const isOpen = ({ signedIn, attempt }: SignInView, index: number) => index < openCards || signedIn !== undefined || attempt !== undefined
  return { open: views.filter(isOpen), folded: views.filter((view, index) => !isOpen(view, index)) }
}

/** A card for every provider in the settings, that of the site in front first. `now` in seconds since the epoch. */
export function signInViews(snapshot: Snapshot, spelling: Spelling, now: number): readonly SignInView[] {
  const { settings, tab } = snapshot
  const first = doorOf(tab?.url ?? '', settings.sites)?.provider
  const ids = settings.providers.map(({ id }) => id).sort((a, b) => Number(b === first) - Number(a === first))
  return ids.map((provider) => viewOf(provider, snapshot, (read) => spelt(read, provider, snapshot, spelling), now))
}

/** Claims, and how their token stood the checks. */
type Read = Pick<Session, 'claims' | 'verification'>
type Spell = (read: Read) => ClaimsView

function viewOf(provider: string, { accounts, signIns }: Snapshot, spell: Spell, now: number): SignInView {
  const [front, ...others] = accounts[provider] ?? []
  const attempt = signIns[provider]
  const unverified = attempt?.phase === 'failed' ? attempt.unverified : undefined
  return {
    provider,
    signedIn: front && {
      ...spell(front),
      person: personOf(front.claims),
      until: front.expiresAt,
      isOver: front.expiresAt <= now,
      others: others.map(({ claims }) => ({ sub: String(claims['sub']), person: personOf(claims) })),
    },
    attempt,
    unverified: unverified && spell(unverified),
  }
}

/** The SSO app that reads this provider's claims: the one of the site in front, else of the first site that uses the provider. */
function appOf(provider: string, { settings: { sites }, tab, ssoApps }: Snapshot): string | undefined {
  const mine = sites.filter((site) => site.provider === provider)
  const site = doorOf(tab?.url ?? '', mine) ?? mine[0]
  return site && ssoAppOf(site, ssoApps[site.baseUrl])
}

function spelt({ claims, verification }: Read, provider: string, snapshot: Snapshot, { dialects, names }: Spelling): ClaimsView {
  const app = appOf(provider, snapshot)
  const dialect = app && dialects[app]
  return {
    rows: rowsOf(claims, dialect || plainDialect, snapshot.json),
    app: dialect && names[app],
    mayCopy: snapshot.settings.features.export,
    verification,
  }
}
