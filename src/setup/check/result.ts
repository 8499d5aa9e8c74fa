import type { Problem } from '../../problem'
import type { Failure } from '../reply'

/** What only a connection check finds wrong. The words for each stand in `ui/`. */
export type Trouble =
  | { readonly code: 'site-silent'; readonly address: string }
  | { readonly code: 'site-ill'; readonly address: string; readonly status: number }
  | { readonly code: 'not-confluence'; readonly address: string }
  | { readonly code: 'app-unknown' }
  | { readonly code: 'app-off'; readonly path: string }
  | { readonly code: 'app-several' }
  | { readonly code: 'start-unknown' }
  | { readonly code: 'start-astray'; readonly address: string; readonly status: number; readonly domain: string }
  | { readonly code: 'keys-useless'; readonly address: string }
  | { readonly code: 'scopes-withheld'; readonly scopes: readonly string[] }
  | { readonly code: 'userinfo-silent'; readonly address: string }
  | { readonly code: 'claims-missing'; readonly claims: readonly string[] }
  | { readonly code: 'logout-refused'; readonly logoutUri: string; readonly clientId: string }

/** What a failed step tells: something that can go wrong elsewhere as well, or something that only a check finds. */
export type Fault = Problem | Trouble

/** Why a step was left out. */
export type Reason = 'needs-earlier' | 'no-pool' | 'no-grant' | 'no-sign-in' | 'password-first' | 'not-told' | 'not-needed'

/** How a step ended. `found` is what was seen, ready to be shown: never anything about the person. */
export type Result =
  | { readonly outcome: 'passed'; readonly found?: string }
  | { readonly outcome: 'failed'; readonly fault: Fault }
  | { readonly outcome: 'skipped'; readonly because: Reason; readonly found?: string }

/** `found` is shown as it is; empty counts as nothing. */
export const passed = (found?: string): Result => ({ outcome: 'passed', ...(found && { found }) })
/** A step that found something wrong. */
export const failed = (fault: Fault): Result => ({ outcome: 'failed', fault })
/** A step that was left out; `found` is the address on which it hangs, where there is one. */
export const skipped = (because: Reason, found?: string): Result => ({ outcome: 'skipped', because, ...(found && { found }) })

/** What an address answered to a plain question without cookies; the server's own time in seconds since the epoch. */
export type Visit = { readonly status: number; readonly text: string; readonly serverTime?: number } | { readonly failed: Failure }

/** Where an address leads a visitor without cookies: every address on the way, the first included, and the status of the last. */
export interface Trail {
  readonly addresses: readonly string[]
  /** 0 where the last address did not answer, or not to us: that of an extension never does, and of other hosts nothing may be read. */
  readonly status: number
  /** The beginning of what the last one says. */
  readonly text?: string
}

/** Whether a way ends at a host that may be read and does not answer. Beyond it nothing can be told. */
export const isSilentAt = (host: string, { addresses, status }: Trail): boolean =>
  status === 0 && new URL(addresses.at(-1) ?? '').host === host
