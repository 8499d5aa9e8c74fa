import { existsSync, readdirSync, readFileSync } from 'node:fs'

const folder = new URL('../../../shared/corpus/vectors/', import.meta.url)

/** Whether the vectors of others are not on this machine; then their tests are reported as skipped. */
export const isWithoutVectors = !existsSync(folder)

/** A file of vectors, by its path among them; `otherwise` where there are none, so that tests can be listed by name all the same. */
export const vectors = <T>(path: string, otherwise: T): T =>
  isWithoutVectors ? otherwise : (JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as T)

/** The names in a folder of vectors, and its files' bytes. */
export const vectorFolder = (path: string) => ({
  names: isWithoutVectors ? [] : readdirSync(new URL(path, folder)),
  bytes: (name: string): Buffer => readFileSync(new URL(path + encodeURIComponent(name), folder)),
})
