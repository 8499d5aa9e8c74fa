import type { AppSetup } from '../../setup/app-setup'

/** Its "Configure OAuth" page with the provider AWS Cognito chosen. Labels as in version 1.1.28. */
export default {
  callback: 'plugins/servlet/oauth/callback',
  page: 'admin/plugins/confluence-oauth/configure.action',
  form: ({ domain, scopes, clientId, logout }) => [
    { label: 'Selected Application', value: 'AWS Cognito' },
    { label: 'Client Id', value: clientId },
    { label: 'Client Secret', value: undefined },
    { label: 'Scope', value: scopes.join(' ') },
    { label: 'Domain Name', value: `https://${domain}` },
    { label: 'Logout Endpoint', value: logout },
  ],
} satisfies AppSetup
