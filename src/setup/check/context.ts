import type { KnownApp } from '../../login-page/door-of-site'
import type { SignInPorts } from '../../session/ports'
import type { Provider } from '../../session/provider'
import type { Trial } from '../../session/trial'
import type { ProviderSettings, SiteSettings } from '../../settings/catalog'
import type { Findings } from '../discover'
import type { Trail, Visit } from './result'

/** A user pool, and the provider that knows about it. */
export interface Pool {
  readonly settings: ProviderSettings
  readonly provider: Provider
}

/** What is checked: a site, a user pool, or both. */
export interface Subject {
  readonly site?: SiteSettings
  readonly pool?: Pool
  /** Whether somebody is to sign in as well. */
  readonly withSignIn: boolean
}

/** What a host product tells of itself to anybody. */
export interface HostManifest {
  /** Below the base URL. */
  readonly path: string
  /** The version, or an empty text where it does not say; undefined where it is another product. */
  read(text: string): string | undefined
}

/** What a check needs of the browser and of what is known of products, handed in. */
export interface CheckPorts extends Pick<SignInPorts, 'redirectUri' | 'now'> {
  readonly manifests: readonly HostManifest[]
  /** Whether the browser lets us read what the address's host answers. */
  isGranted(address: string): Promise<boolean>
  /** Never rejects. */
  get(address: string): Promise<Visit>
  /** Undefined where nothing was seen of it. Never rejects. */
  follow(address: string): Promise<Trail | undefined>
  discover(baseUrl: string): Promise<Findings>
  /** What was known of the site before, such as from its login page. */
  known(baseUrl: string): Promise<KnownApp | undefined>
  /** Where single sign-on starts; undefined where nobody knows. */
  start(baseUrl: string): Promise<string | undefined>
  trySignIn(provider: string): Promise<Trial>
  /** Names that the site's SSO app can be told for these claims. */
  spell(claims: Readonly<Record<string, unknown>>, app: string | undefined): readonly string[]
}
