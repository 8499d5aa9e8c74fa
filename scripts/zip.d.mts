/** A zip whose bytes depend on its files alone. */
export function zip(files: Iterable<[string, Uint8Array]>): Uint8Array
