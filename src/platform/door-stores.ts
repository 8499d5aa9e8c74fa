import type { Door } from '../login-page/door'
import type { StandBack } from '../login-page/history'
import type { Signs } from '../login-page/signs'
import type { Discovery } from '../setup/discovery'
import { browser } from './browser'
import { bagOf, isDiscovery, isDoor, isStandBack, isText, listOf } from './stored-shapes'

/** Sites to leave alone for a while, by base URL. */
export type StandBacks = Readonly<Record<string, StandBack>>
/** What is known of sites without anybody having said it, by base URL. */
export type Discoveries = Readonly<Record<string, Discovery>>

/** All doors in force. Those of one origin stand under the origin itself: a page's own script, and whoever asks about a page, reads no others. */
export const readDoors = async (): Promise<readonly Door[]> => doorsUnder(await readOrigins())

/** The doors in force at the origins of these addresses. */
export const readDoorsAt = (...addresses: readonly string[]): Promise<readonly Door[]> => doorsUnder(originsOf(addresses))

/** Stores all doors that there are, each under its origin, the longest base URL first, and drops the origins that have none any more. */
export async function writeDoors(doors: readonly Door[], signs: Signs): Promise<void> {
  const before = await readOrigins()
  const doorOrigins = originsOf(doors.map(({ baseUrl }) => baseUrl))
  const sorted = [...doors].sort((a, b) => b.baseUrl.length - a.baseUrl.length)
  const under = doorOrigins.map((origin) => [origin, sorted.filter(({ baseUrl }) => baseUrl.startsWith(`${origin}/`))])
  await browser.storage.local.remove(before.filter((origin) => !doorOrigins.includes(origin)))
  await browser.storage.local.set({ ...Object.fromEntries(under), doorOrigins, signs })
}

/** Whether changes of `storage.local` are about doors. */
export const areDoors = (changes: object): boolean => Object.keys(changes).some((key) => /^https?:/.test(key))

const readOrigins = async (): Promise<readonly string[]> => listOf(await read('doorOrigins'), isText)
const originsOf = (addresses: readonly string[]): readonly string[] => [...new Set(addresses.map((address) => new URL(address).origin))]

async function doorsUnder(origins: readonly string[]): Promise<readonly Door[]> {
  const found = await browser.storage.local.get([...origins])
  return origins.flatMap((origin) => listOf(found[origin], isDoor))
}

/** The sites that are left alone now, or were lately: whoever reads looks at `until`. */
export const readStandBacks = async (): Promise<StandBacks> => bagOf(await read('standBacks'), isStandBack)
/** Stores them whole. */
export const writeStandBacks = (standBacks: StandBacks) => browser.storage.local.set({ standBacks })

/** What can be used of it: the site of a damaged entry, or of a newer Latchkey's, is asked anew. */
export const readDiscoveries = async (): Promise<Discoveries> => bagOf(await read('discovered'), isDiscovery)
/** Stores them whole. */
export const writeDiscoveries = (discovered: Discoveries) => browser.storage.local.set({ discovered })

const read = async (key: string): Promise<unknown> => (await browser.storage.local.get(key))[key]
