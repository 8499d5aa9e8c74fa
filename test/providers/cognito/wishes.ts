import type { ClientWish } from '../../../src/setup/client-wish'

const userPoolId = 'eu-west-1_AbCdEf123'

/** A client for Latchkey and one for a server, with everything in them that a shell, JSON or HCL could stumble over. */
export const wishes: Readonly<Record<'public' | 'confidential', ClientWish>> = {
  public: {
    userPoolId,
    name: 'Latchkey',
    hasSecret: false,
    callbacks: ['https://ihlhkijmjaemjamilopcpkakagpcphao.chromiumapp.org/', 'https://x.extensions.allizom.org/'],
    signOuts: ['https://x.chromiumapp.org/signed-out'],
    scopes: ['openid', 'email', 'profile'],
    identityProvider: '',
    claims: ['email', 'cognito:groups'],
  },
  confidential: {
    userPoolId,
    name: 'Confluence SSO, wiki.acme.example',
    hasSecret: true,
    callbacks: ['https://wiki.acme.example/o\'neill/$(id)/`id`/${HOME}/%{x}/"\\/callback'],
    signOuts: ['https://wiki.acme.example/confluence/login.action?logout=true'],
    scopes: ['email'],
    identityProvider: 'AcmeSaml',
    claims: ['custom:department', 'custom:department'],
  },
}
