import { quoted } from '../../setup/quoted'
import type { AppClient } from './app-client'

/**
 * The command of AWS's own command line that makes a client, for a POSIX shell. The first version of that command line fetches any
 * argument that looks like an address, so everything goes in as one JSON text.
 * @see https://docs.aws.amazon.com/cli/latest/reference/cognito-idp/create-user-pool-client.html
 */
export const createCommand = (client: AppClient, region: string): string =>
  `aws cognito-idp create-user-pool-client --region ${region} --cli-input-json ${quoted(JSON.stringify(client, null, 2))}`

/** The command that gives a client the pages of managed login, without which a domain that uses them refuses it. */
export const brandingCommand = ({ UserPoolId }: AppClient, region: string, clientId: string): string =>
  [
    'aws cognito-idp create-managed-login-branding --use-cognito-provided-values',
    `--region ${region} --user-pool-id ${UserPoolId} --client-id ${quoted(clientId)}`,
  ].join(' ')
