import { quoted } from '../../setup/quoted'
import type { AppClient } from './app-client'

/**
 * The command of AWS's own command line that makes a client, for a POSIX shell. The first version of that command line fetches any
 * argument that looks like an address, so everything goes in as one JSON text.
 * @see https://docs.aws.amazon.com/cli/latest/reference/cognito-idp/create-user-pool-client.html
 */
export const createCommand = (client: AppClient, region: string): string =>
  `aws cognito-idp create-user-pool-client --region ${region} --cli-input-json ${quoted(JSON.stringify(client, null, 2))}`

/**
 * What `describeCommand` shows of a client that is as it was asked for. Its name does not matter, nor do flows beside the sign-in page: one that
 * rotates refresh tokens cannot have ours. @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html
 */
export const described = ({ UserPoolId: _, ClientName: __, ExplicitAuthFlows: ___, GenerateSecret, ...settings }: AppClient): object => ({
  HasSecret: GenerateSecret,
  ...settings,
})

/**
 * The command that shows what a client has of what it must have, and never its secret. There is none that sets it right: the one that
 * updates a client sets back to its default whatever it is not given.
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolClient.html
 */
export function describeCommand(client: AppClient, region: string, clientId: string): string {
  const shown = Object.keys(described(client)).map((name) => `${name}: ${name === 'HasSecret' ? 'ClientSecret != `null`' : name}`)
  return [
    `aws cognito-idp describe-user-pool-client --region ${region} --user-pool-id ${client.UserPoolId} --client-id ${quoted(clientId)}`,
    `--output json --query ${quoted(`UserPoolClient.{${shown.join(', ')}}`)}`,
  ].join(' ')
}

/** The command that gives a client the pages of managed login, without which a domain that uses them refuses it. */
export const brandingCommand = ({ UserPoolId }: AppClient, region: string, clientId: string): string =>
  [
    'aws cognito-idp create-managed-login-branding --use-cognito-provided-values',
    `--region ${region} --user-pool-id ${UserPoolId} --client-id ${quoted(clientId)}`,
  ].join(' ')
