import { zipSync } from 'fflate'

/** The earliest that the format knows, given by its local fields: the same bytes in every time zone. */
const mtime = new Date(1980, 0, 1)

/**
 * A zip whose bytes depend on its files alone.
 * @param {Iterable<[string, Uint8Array]>} files path with forward slashes, content
 * @returns {Uint8Array}
 */
export function zip(files) {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1))
  return zipSync(Object.fromEntries(sorted), { level: 9, mtime })
}
