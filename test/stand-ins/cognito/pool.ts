import { type Person, people } from '../people'

/** One app client of the pool. */
export interface AppClient {
  readonly id: string
  /** Only a confidential client has one. */
  readonly secret?: string
  /** Allowed callback URLs, compared character by character. May grow at run time. */
  readonly redirectUris: string[]
  /** Allowed sign-out URLs, compared likewise. */
  readonly logoutUris: string[]
  /** Allowed OAuth scopes. */
  readonly scopes: readonly string[]
  /** Attributes that the client may read; all of them when left out. */
  readonly reads?: readonly string[]
}

/** What a test may choose; everything has a default. */
export interface CognitoOptions {
  region?: string
  userPoolId?: string
  prefix?: string
  clients?: { publicClientId?: string; confidentialClientId?: string; confidentialSecret?: string }
  publicRedirectUris?: readonly string[]
  confidentialRedirectUris?: readonly string[]
  logoutUris?: readonly string[]
  /** Allowed OAuth scopes by client id, where not all of them. */
  scopes?: Readonly<Record<string, readonly string[]>>
  /** Readable attributes by client id, where not all of them. */
  reads?: Readonly<Record<string, readonly string[]>>
  people?: readonly Person[]
  /** Each refresh gives a new refresh token and ends the old one. Default: false. */
  rotatesRefreshTokens?: boolean
  /** HTTP status of the form shown again. Unverified on AWS; 400 would end the flow in Chrome. Default: 200. */
  wrongPasswordStatus?: 200 | 400
}

/** The pool as configured. */
export interface Pool {
  readonly region: string
  readonly userPoolId: string
  /** `https://cognito-idp.<region>.amazonaws.com/<poolId>` */
  readonly issuer: string
  readonly issuerHost: string
  readonly domainHost: string
  readonly clients: readonly AppClient[]
  readonly people: readonly Person[]
  readonly rotatesRefreshTokens: boolean
  readonly wrongPasswordStatus: 200 | 400
}

/** Every scope that a pool without resource servers knows. @see AWS: Authorize endpoint, `scope` */
export const cognitoScopes = ['openid', 'email', 'phone', 'profile', 'aws.cognito.signin.user.admin'] as const

/** Ids and secret of the two clients unless a test chooses others. */
export const defaultClients = {
  publicClientId: 'latchkeypublicclient000001',
  confidentialClientId: 'confluenceconfidential0001',
  confidentialSecret: 'k3pt8ywikion1y0n1ymade4tests5ecretsecretsecret00001',
}

/** Completes the options to a pool with one public and one confidential client. */
export function poolOf(options: CognitoOptions = {}): Pool {
  const { region = 'eu-west-1', userPoolId = 'eu-west-1_AbCdEf123', prefix = 'acme' } = options
  const issuerHost = `cognito-idp.${region}.amazonaws.com`
  return {
    region,
    userPoolId,
    issuer: `https://${issuerHost}/${userPoolId}`,
    issuerHost,
    domainHost: `${prefix}.auth.${region}.amazoncognito.com`,
    clients: clientsOf(options),
    people: options.people ?? people,
    rotatesRefreshTokens: options.rotatesRefreshTokens ?? false,
    wrongPasswordStatus: options.wrongPasswordStatus ?? 200,
  }
}

function clientsOf(options: CognitoOptions): AppClient[] {
  const { publicClientId, confidentialClientId, confidentialSecret } = { ...defaultClients, ...options.clients }
  const client = (id: string, redirectUris: readonly string[] = []): AppClient => {
    const reads = options.reads?.[id]
    const scopes = options.scopes?.[id] ?? cognitoScopes
    return { id, redirectUris: [...redirectUris], logoutUris: [...(options.logoutUris ?? [])], scopes, ...(reads && { reads }) }
  }
  return [
    client(publicClientId, options.publicRedirectUris),
    { ...client(confidentialClientId, options.confidentialRedirectUris), secret: confidentialSecret },
  ]
}
