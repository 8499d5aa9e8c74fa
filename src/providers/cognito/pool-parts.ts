import * as v from 'valibot'
import { hostName, region as regionReader } from '../../settings/addresses'
import type { ProviderSettings } from '../../settings/catalog'
import { meantBy } from '../../setup/pasted-text'
import { consoleHosts } from './console-hosts'
import { anyOf, partitions } from './partitions'

/** What an address, an ARN or an id tells of a user pool. */
export type PoolParts = Partial<Pick<ProviderSettings, 'region' | 'userPoolId' | 'domain' | 'clientId'>>

/**
 * Takes apart whatever people have at hand of a user pool: a sign-in address, the issuer, the pool's ARN, its id or a line with that in
 * it, the domain, or an address of AWS's console. Undefined where it tells nothing of one.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints.html
 */
export function poolParts(text: string): PoolParts | undefined {
  const meant = meantBy(text)
  const parts = inArn(meant) ?? inId(meant) ?? inAddress(meant) ?? inLine(text)
  const found = parts && Object.fromEntries(Object.entries(parts).filter(([, value]) => value))
  return found && Object.keys(found).length > 0 ? found : undefined
}

/** The region in a pool's id. */
export const regionIn = (userPoolId: string): string | undefined => inId(userPoolId)?.region

/** A pool of which only the issuer may be known, with the region and the id that its issuer names. */
export function withIssuersParts<P extends Pick<ProviderSettings, 'region' | 'userPoolId' | 'endpoints'>>(pool: P): P {
  const { region = '', userPoolId = '' } = poolParts(pool.endpoints.issuer) ?? {}
  return { ...pool, region: pool.region || region, userPoolId: pool.userPoolId || userPoolId }
}

const poolId = /^([a-z]{2,4}(?:-[a-z]+)+-\d)_[0-9A-Za-z]+$/
const arn = /^arn:aws[\w-]*:cognito-idp:([\w-]+):\d*:userpool\/([\w-]+)(?:\/client\/(\w+))?$/
const issuerHost = new RegExp(`^(?:issuer-)?cognito-idp(?:-fips)?\\.([\\w-]+)\\.${anyOf(partitions.map(({ services }) => services))}$`)
const prefixDomain = new RegExp(`^[\\w-]+\\.auth(?:-fips)?\\.([\\w-]+)\\.${anyOf(partitions.map(({ domains }) => domains))}$`)
/** The account stands in front where somebody is in several at once. @see https://docs.aws.amazon.com/awsconsolehelpdocs/latest/gsg/multisession.html */
const consoleHost = new RegExp(`^(?:\\d{12}-\\w+\\.)?(?:([\\w-]+)\\.)?${anyOf(consoleHosts)}$`)
/** Paths of the pages that a pool shows to people. */
const poolPath = /^\/(?:oauth2\/\w+|login|logout|signup|forgotPassword|error)$/

function inArn(text: string): PoolParts | undefined {
  const [, region, userPoolId, clientId] = arn.exec(text) ?? []
  return region && userPoolId ? { region, userPoolId, ...(clientId && { clientId }) } : undefined
}

function inId(text: string): PoolParts | undefined {
  const [userPoolId, region] = poolId.exec(text) ?? []
  return region && userPoolId ? { region, userPoolId } : undefined
}

/** An id among other words, as a table or a configuration file has it; in an address of somebody else's it says nothing. */
function inLine(text: string): PoolParts | undefined {
  return text.includes('/')
    ? undefined
    : text
        .split(/[\s"'(),:;=]+/)
        .map(inId)
        .find(Boolean)
}

function inAddress(text: string): PoolParts | undefined {
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  const [, issuerRegion] = issuerHost.exec(url.hostname) ?? []
  if (issuerRegion) return { region: issuerRegion, ...inId(url.pathname.split('/')[1] ?? '') }
  if (consoleHost.test(url.hostname)) return inConsole(url)
  return atDomain(url, /^https:\/\/[^/?#]+\/?$/i.test(text))
}

/** The console has written pools into its addresses in several ways: `/user-pools/ID/…/app-clients/ID`, `#/pool/ID/`. */
function inConsole(url: URL): PoolParts {
  const path = `${url.pathname}${url.hash}`
  const pool = inId(/\/(?:user-pools|pool)\/([^/?]+)/.exec(path)?.[1] ?? '')
  const [, clientId] = /\/app-clients?\/(\w+)/.exec(path) ?? []
  const region = url.searchParams.get('region') ?? consoleHost.exec(url.hostname)?.[1] ?? ''
  return { ...(v.is(regionReader, region) && { region }), ...pool, ...(clientId && { clientId }) }
}

/** Any page on the pool's domain; a domain of one's own is one only where the path or the client says so, or where it is the whole address. */
function atDomain({ hostname, host, pathname, searchParams }: URL, isWhole: boolean): PoolParts | undefined {
  const [, region] = prefixDomain.exec(hostname) ?? []
  const clientId = searchParams.get('client_id') ?? ''
  if (!region && !isWhole && !(clientId && poolPath.test(pathname))) return undefined
  const { success, output: domain } = v.safeParse(hostName, host)
  return success ? { domain, ...(region && { region }), ...(clientId && { clientId }) } : undefined
}
