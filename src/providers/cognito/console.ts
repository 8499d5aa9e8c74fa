import type { AppClient } from './app-client'
import { consoleHostOf } from './console-hosts'

/** One step in AWS's console: its kind, for the words, and what to enter. */
export interface ConsoleStep {
  readonly kind:
    | 'open'
    | 'list'
    | 'choose'
    | 'itsPages'
    | 'web'
    | 'spa'
    | 'name'
    | 'return'
    | 'pages'
    | 'callbacks'
    | 'signOuts'
    | 'providers'
    | 'grants'
    | 'scopes'
    | 'reads'
  readonly values: readonly string[]
}

/** Names of the console's own choices. */
const choices: Readonly<Record<string, string>> = {
  COGNITO: 'Cognito user pool',
  code: 'Authorization code grant',
  openid: 'OpenID',
  email: 'Email',
  profile: 'Profile',
  phone: 'Phone',
}

/** How a client is made by hand, step by step, in the console's words. @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html */
export const consoleSteps = (client: AppClient, region: string): readonly ConsoleStep[] => [
  { kind: 'open', values: [consoleAddress(region, client.UserPoolId)] },
  { kind: client.GenerateSecret ? 'web' : 'spa', values: [] },
  { kind: 'name', values: [client.ClientName] },
  { kind: 'return', values: client.CallbackURLs.slice(0, 1) },
  { kind: 'pages', values: [] },
  ...settingSteps(client),
]

/** How a client without a secret that is there already is looked through, likewise. */
export const reviewSteps = (client: AppClient, region: string, clientId: string): readonly ConsoleStep[] => [
  { kind: 'list', values: [consoleAddress(region, client.UserPoolId)] },
  { kind: 'choose', values: [clientId] },
  { kind: 'itsPages', values: [] },
  ...settingSteps(client),
]

function settingSteps(client: AppClient): readonly ConsoleStep[] {
  const { CallbackURLs, LogoutURLs, SupportedIdentityProviders, ReadAttributes = [] } = client
  const chosen = (names: readonly string[]) => names.map((name) => choices[name] ?? name)
  const custom = ReadAttributes.filter((name) => name.startsWith('custom:'))
  return [
    { kind: 'callbacks', values: CallbackURLs },
    { kind: 'signOuts', values: LogoutURLs },
    { kind: 'providers', values: chosen(SupportedIdentityProviders) },
    { kind: 'grants', values: chosen(client.AllowedOAuthFlows) },
    { kind: 'scopes', values: chosen(client.AllowedOAuthScopes) },
    ...(custom.length > 0 ? [{ kind: 'reads' as const, values: custom }] : []),
  ]
}

/** The console's page with a pool's app clients. */
function consoleAddress(region: string, userPoolId: string): string {
  return `https://${consoleHostOf(region)}/cognito/v2/idp/user-pools/${userPoolId}/applications/app-clients?region=${region}`
}
