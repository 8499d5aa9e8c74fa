import { existsSync, readdirSync, readFileSync } from 'node:fs'

const folder = new URL('../../../shared/corpus/vectors/open-redirect/', import.meta.url)

/** Destinations with which others have led servers astray; none where their lists are not on this machine. */
export const redirectPayloads: readonly string[] = existsSync(folder)
  ? readdirSync(folder).flatMap((file) => readFileSync(new URL(file, folder), 'utf8').split('\n').filter(Boolean))
  : []
