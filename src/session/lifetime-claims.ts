/** The claims that say when a token was made and how long it holds. @see https://www.rfc-editor.org/rfc/rfc7519#section-4.1 */
export const lifetimeClaims: readonly string[] = ['exp', 'iat', 'nbf', 'auth_time']
