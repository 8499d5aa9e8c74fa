import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/**
 * Every file below a folder, by its path there with forward slashes.
 * @param {string} folder
 * @returns {[string, Buffer][]}
 */
export const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [relative(folder, file).split(sep).join('/'), readFileSync(file)])

/**
 * The Web Store refuses an upload with "key field is not allowed in manifest" and gives the extension a key of its own, as does who
 * signs a package; an unpacked build keeps ours. Once the store has given its key, put it into manifest.json, and both have the same id again.
 * @param {[string, Buffer]} file
 * @returns {[string, Buffer]}
 */
export function withoutKey([name, content]) {
  if (name !== 'manifest.json') return [name, content]
  const { key: _, ...manifest } = JSON.parse(content.toString())
  return [name, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)]
}
