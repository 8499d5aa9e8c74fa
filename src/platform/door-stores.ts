import type { Door } from '../login-page/door'
import type { StandBack } from '../login-page/history'
import type { Signs } from '../login-page/signs'
import type { Discovery } from '../setup/discovery'
import { browser } from './browser'
import { isDoor, listOf } from './stored'

/** Sites to leave alone for a while, by base URL. */
export type StandBacks = Readonly<Record<string, StandBack>>
/** What is known of sites without anybody having said it, by base URL. */
export type Discoveries = Readonly<Record<string, Discovery>>

/** The doors in force, as the content script reads them. */
export const readDoors = async (): Promise<readonly Door[]> => listOf(await read<unknown>('doors', []), isDoor)
export const writeDoors = (doors: readonly Door[], signs: Signs) => browser.storage.local.set({ doors, signs })
export const readStandBacks = () => read<StandBacks>('standBacks', {})
export const writeStandBacks = (standBacks: StandBacks) => browser.storage.local.set({ standBacks })
export const readDiscoveries = () => read<Discoveries>('discovered', {})

/** The doors in force and what is known of sites, in one read. */
export async function readDoorStores(): Promise<{ readonly doors: readonly Door[]; readonly discoveries: Discoveries }> {
  const { doors, discovered } = await browser.storage.local.get(['doors', 'discovered'])
  return { doors: listOf(doors, isDoor), discoveries: (discovered as Discoveries | undefined) ?? {} }
}
export const writeDiscoveries = (discovered: Discoveries) => browser.storage.local.set({ discovered })

async function read<T>(key: string, otherwise: T): Promise<T> {
  return ((await browser.storage.local.get(key))[key] as T | undefined) ?? otherwise
}
