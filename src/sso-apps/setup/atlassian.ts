import type { AppSetup } from '../../setup/app-setup'

/**
 * "Authentication methods" in the administration. It always asks for openid, and ends no session but its own. That the labels are these
 * in every version is unverified. @see https://confluence.atlassian.com/enterprise/openid-connect-for-atlassian-data-center-applications-987142159.html
 */
export default {
  callback: 'plugins/servlet/oidc/callback',
  page: 'plugins/servlet/authentication-config',
  form: ({ issuer, authorization, token, userinfo, scopes, clientId }) => [
    { label: 'Authentication method', value: 'OpenID Connect single sign-on' },
    { label: 'Issuer URL', value: issuer },
    { label: 'Client ID', value: clientId },
    { label: 'Client secret', value: undefined },
    { label: 'Additional scopes', value: scopes.filter((scope) => scope !== 'openid').join(' ') },
    { label: 'Authorization endpoint', value: authorization },
    { label: 'Token endpoint', value: token },
    { label: 'Userinfo endpoint', value: userinfo },
  ],
} satisfies AppSetup
