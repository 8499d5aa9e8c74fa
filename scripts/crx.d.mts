/** An extension's package for Chrome and Edge on a server of one's own, and the id that follows from the key. */
export function packCrx(zip: Uint8Array, pem: string): { readonly id: string; readonly crx: Buffer }
/** A new key, as a PEM text. */
export function newKey(): string
/** The key in a file, which is made where it is missing. */
export function keyIn(file: string): string
