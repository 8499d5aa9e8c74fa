import type { RealSite } from './arguments.mjs'

/** Latchkey's settings for one site and one user pool: redirect, everything else by default. */
export const settingsFor = (site: RealSite): object => ({
  version: 1,
  sites: [{ baseUrl: site.baseUrl, provider: 'pool', ssoApp: site.ssoApp, onLoginPage: 'redirect' }],
  providers: [
    {
      id: 'pool',
      kind: 'cognito',
      region: site.region,
      userPoolId: site.userPoolId,
      domain: site.domain,
      clientId: site.clientId,
      scopes: [...site.scopes],
    },
  ],
})

/** The hosts that the extension is built to require, so that no permission has to be asked for. */
export const hostsOf = (site: RealSite): readonly string[] => [
  `https://${new URL(site.baseUrl).hostname}/*`,
  `https://${new URL(`https://${site.domain}`).hostname}/*`,
]
