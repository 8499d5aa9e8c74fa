import { expect, test } from 'vitest'
import { type PoolParts, poolParts } from '../../../src/providers/cognito/pool-parts'

const pool = { region: 'eu-west-1', userPoolId: 'eu-west-1_AbCdEf123' }
const domain = 'acme.auth.eu-west-1.amazoncognito.com'
const clientId = '3n4b5urk1ft4fl3mg5e62d9ado'

test.each<[string, string, PoolParts]>([
  ['a pool’s id', ' eu-west-1_AbCdEf123 ', pool],
  ['a pool’s ARN', 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_AbCdEf123', pool],
  [
    'an ARN in GovCloud',
    'arn:aws-us-gov:cognito-idp:us-gov-west-1:123456789012:userpool/us-gov-west-1_X1',
    { region: 'us-gov-west-1', userPoolId: 'us-gov-west-1_X1' },
  ],
  ['a client’s ARN', `arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_AbCdEf123/client/${clientId}`, { ...pool, clientId }],
  ['an issuer', 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123', pool],
  ['the updated issuer', 'https://issuer-cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123/', pool],
  ['a discovery document', 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123/.well-known/openid-configuration', pool],
  ['an issuer without its scheme', 'cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123', pool],
  [
    'an issuer in China',
    'https://cognito-idp.cn-north-1.amazonaws.com.cn/cn-north-1_X',
    { region: 'cn-north-1', userPoolId: 'cn-north-1_X' },
  ],
  [
    'an issuer in Europe’s own cloud',
    'https://cognito-idp.eusc-de-east-1.amazonaws.eu/eusc-de-east-1_X',
    { region: 'eusc-de-east-1', userPoolId: 'eusc-de-east-1_X' },
  ],
  [
    'an ARN in Europe’s own cloud',
    'arn:aws-eusc:cognito-idp:eusc-de-east-1:123456789012:userpool/eusc-de-east-1_X',
    { region: 'eusc-de-east-1', userPoolId: 'eusc-de-east-1_X' },
  ],
  [
    'a page of the console in Europe’s own cloud',
    'https://console.amazonaws-eusc.eu/cognito/v2/idp/user-pools/eusc-de-east-1_X/info?region=eusc-de-east-1',
    { region: 'eusc-de-east-1', userPoolId: 'eusc-de-east-1_X' },
  ],
  ['a prefix domain', domain, { region: 'eu-west-1', domain }],
  [
    'a prefix domain with FIPS',
    'acme.auth-fips.us-gov-west-1.amazoncognito.com',
    { region: 'us-gov-west-1', domain: 'acme.auth-fips.us-gov-west-1.amazoncognito.com' },
  ],
  [
    'a hosted sign-in page',
    `https://${domain}/login?client_id=${clientId}&response_type=code&scope=openid&redirect_uri=https%3A%2F%2Fx`,
    { region: 'eu-west-1', domain, clientId },
  ],
  [
    'a sign-in page on a domain of one’s own',
    `https://Auth.Acme.com/oauth2/authorize?client_id=${clientId}`,
    { domain: 'auth.acme.com', clientId },
  ],
  ['an error page', `https://${domain}/error?error=redirect_mismatch&client_id=${clientId}`, { region: 'eu-west-1', domain, clientId }],
  [
    'a page of the console',
    `https://eu-west-1.console.aws.amazon.com/cognito/v2/idp/user-pools/eu-west-1_AbCdEf123/applications/app-clients/${clientId}?region=eu-west-1`,
    { ...pool, clientId },
  ],
  [
    'a page of the console where somebody is in several accounts at once',
    `https://123456789012-ab12cd34.eu-west-1.console.aws.amazon.com/cognito/v2/idp/user-pools/eu-west-1_AbCdEf123/overview?region=eu-west-1`,
    pool,
  ],
  ['an id out of a configuration file', '"eu-west-1_AbCdEf123",', pool],
  ['an id with its name in front', 'User pool ID: eu-west-1_AbCdEf123', pool],
  ['an id with the pool’s name behind it', 'eu-west-1_AbCdEf123 (acme-users)', pool],
  ['a domain of one’s own as an address', 'https://Login.Acme.com/', { domain: 'login.acme.com' }],
  ['a link in a mail', `Sign in here: <https://${domain}/login?client_id=${clientId}>.`, { region: 'eu-west-1', domain, clientId }],
  ['a page of the older console', 'https://console.aws.amazon.com/cognito/users/?region=eu-west-1#/pool/eu-west-1_AbCdEf123/details', pool],
  [
    'a page of the console in GovCloud',
    'https://console.amazonaws-us-gov.com/cognito/v2/idp/user-pools/us-gov-west-1_X/info?region=us-gov-west-1',
    { region: 'us-gov-west-1', userPoolId: 'us-gov-west-1_X' },
  ],
])('%s is taken apart', (_, text, parts) => {
  expect(poolParts(text)).toEqual(parts)
})

test.each([
  ['nothing', ''],
  ['a name', 'acme'],
  ['a region', 'eu-west-1'],
  ['a wiki', 'https://wiki.acme.com/login.action?client_id=7'],
  ['a page of the console that is about something else', 'https://console.aws.amazon.com/billing/home'],
  ['another service’s ARN', 'arn:aws:s3:::bucket'],
  ['a host that only looks like Amazon’s', 'https://cognito-idp.eu-west-1.amazonaws.com.evil.example/eu-west-1_AbCdEf123'],
  ['half an address', 'https://'],
  ['an id within a longer word', 'my-eu-west-1_AbCdEf123-x'],
  ['an issuer of somebody else', 'https://login.acme.com/realms/acme'],
  ['a bare host name, which may be anything', 'login.acme.com'],
  ['a host with a name left out', `https://login..acme.com/login?client_id=${clientId}`],
  ['a host that is a number in brackets', `https://[::1]/login?client_id=${clientId}`],
])('%s tells nothing of a pool', (_, text) => {
  expect(poolParts(text)).toBeUndefined()
})
