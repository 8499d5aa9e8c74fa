import type { Door } from '../login-page/door'
import type { Known } from '../login-page/doors'
import type { StandBack } from '../login-page/history'
import type { Signs } from '../login-page/signs'
import { browser } from './browser'

/** Sites to leave alone for a while, by base URL. */
export type StandBacks = Readonly<Record<string, StandBack>>
/** What sites told about themselves, by base URL. `at` in milliseconds since the epoch. */
export type Discoveries = Readonly<Record<string, { readonly at: number; readonly known?: Known }>>

/** The doors in force, as the content script reads them. */
export const readDoors = () => read<readonly Door[]>('doors', [])
export const writeDoors = (doors: readonly Door[], signs: Signs) => browser.storage.local.set({ doors, signs })
export const readStandBacks = () => read<StandBacks>('standBacks', {})
export const writeStandBacks = (standBacks: StandBacks) => browser.storage.local.set({ standBacks })
export const readDiscoveries = () => read<Discoveries>('discovered', {})
export const writeDiscoveries = (discovered: Discoveries) => browser.storage.local.set({ discovered })

async function read<T>(key: string, otherwise: T): Promise<T> {
  return ((await browser.storage.local.get(key))[key] as T | undefined) ?? otherwise
}
