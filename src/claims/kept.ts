import type { Verification } from '../session/verify'
import type { Finding } from './findings/finding'
import { personOf } from './person'
import { type Redaction, redacted, redactedValue } from './redact'
import { shapeOf } from './shape'
import type { Sources, Subject } from './subject'

/** A person's claims as they were at one moment, redacted, to be compared with later ones. */
export interface Kept {
  readonly id: string
  /** What the administrator calls it. */
  readonly label: string
  /** Seconds since the epoch. */
  readonly at: number
  readonly provider?: string
  readonly sources: Sources
  /** By which they were redacted. */
  readonly redaction: Redaction
  readonly verification?: Verification
  readonly findings: readonly Finding[]
}

/** What has to be said of somebody besides their claims when they are kept. */
export interface Keeping {
  readonly id: string
  readonly label: string
  /** Seconds since the epoch. */
  readonly at: number
  readonly redaction: Redaction
  readonly findings: readonly Finding[]
}

/** Makes somebody fit to be kept: of what is secret only the form is left, of tokens nothing. */
export function kept({ provider, sources, verification }: Subject, { id, label, at, redaction, findings }: Keeping): Kept {
  return {
    id,
    label,
    at,
    ...(provider !== undefined && { provider }),
    sources: redactedSources(sources, redaction),
    redaction,
    ...(verification && { verification: plainVerification(verification) }),
    findings: findings.map((finding) => redactedFinding(finding, redaction)),
  }
}

/** What each source says, redacted. */
export const redactedSources = (sources: Sources, redaction: Redaction): Sources =>
  Object.fromEntries(Object.entries(sources).map(([source, claims]) => [source, redacted(claims, redaction)]))

/** A finding without what it quotes; groups stay readable where they do in claims. */
export function redactedFinding(finding: Finding, redaction: Redaction): Finding {
  const { code, claim = '', values } = finding
  if (ofNobody.has(code)) return finding
  if (aboutGroups.has(code)) return { ...finding, values: redactedValue(claim, values, redaction) as readonly string[] }
  const [first = '', ...others] = values
  return { ...finding, values: code === 'list-in-text' ? [shapeOf(first), ...others] : values.map(shapeOf) }
}

/** Their values are groups. */
const aboutGroups: ReadonlySet<Finding['code']> = new Set(['group-of-provider', 'semicolon-in-group', 'upper-case-groups'])
/** Their values are names of claims, sources or scopes, or sizes. */
const ofNobody: ReadonlySet<Finding['code']> = new Set([
  'groups-elsewhere',
  'groups-elsewhere-too',
  'only-elsewhere',
  'username-not-read',
  'email-not-read',
  'names-not-read',
  'no-openid',
  'access-token',
  'token-over-cookie',
  'token-over-header',
])

/** Which checks passed; what they found is left out, since it quotes the token. */
const plainVerification = ({ verified, checks }: Verification): Verification => ({
  verified,
  checks: checks.map(({ name, passed }) => ({ name, passed, wanted: '', found: '' })),
})

/** Somebody who was kept, back on the workbench. */
export function keptSubject({ id, label, provider, sources, redaction, verification, findings }: Kept): Subject {
  return {
    id: `kept:${id}`,
    from: 'kept',
    person: personOf({ name: label }),
    ...(provider !== undefined && { provider }),
    sources,
    redaction,
    tokens: {},
    ...(verification && { verification }),
    findings,
  }
}
