/** Whether a host is Atlassian's own cloud, where no SSO app and no login page belongs to a site. @see https://support.atlassian.com/security-and-access-policies/docs/configure-saml-single-sign-on-with-an-identity-provider/ */
export const isCloudHost = (hostname: string): boolean => /^(id\.atlassian\.com|[\w-]+\.(atlassian\.net|jira\.com))$/.test(hostname)
