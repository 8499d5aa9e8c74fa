import { OidcClient } from 'oidc-client-ts'
import type { ProviderSettings } from '../settings/catalog'
import { patience } from './get-json'
import type { Metadata } from './metadata'
import type { SignInPorts } from './ports'

/**
 * oidc-client-ts for one provider, with metadata that is already checked. It makes the request, keeps `state` and PKCE verifier,
 * and redeems codes and refresh tokens by the global `fetch`; of an ID token it verifies next to nothing, which is our part.
 */
export const clientFor = (settings: ProviderSettings, metadata: Metadata, { redirectUri, pending }: SignInPorts): OidcClient =>
  new OidcClient({
    authority: metadata.issuer,
    metadata: { issuer: metadata.issuer, authorization_endpoint: metadata.authorization, token_endpoint: unled(metadata.token) },
    client_id: settings.clientId,
    redirect_uri: redirectUri,
    scope: [...new Set(['openid', ...settings.scopes])].join(' '),
    // It would drop what is older than a quarter of an hour, and with it a sign-in whose page still stands in a tab.
    stateStore: { ...pending, getAllKeys: async () => [] },
    loadUserInfo: false,
    filterProtocolClaims: false,
    requestTimeoutInSeconds: patience,
    // It needs none, and browsers keep connections with cookies apart from those without, on which userInfo is asked next.
    fetchRequestCredentials: 'omit',
    // The page of a gateway before a busy server: unread, it would not tell its status.
    revokeTokenAdditionalContentTypes: ['text/html', 'text/plain'],
  })

/**
 * An address from which nobody is led elsewhere, with a code or a refresh token in their hands. oidc-client-ts has no setting for that; it
 * hands what it is given for an address to `fetch` as it stands, so that a Request will do where its types want text, and led-elsewhere.test.ts
 * says whether it still does. @see https://www.rfc-editor.org/rfc/rfc9700#section-4.12
 */
const unled = (address: string): string => new Request(address, { redirect: 'manual' }) as unknown as string
