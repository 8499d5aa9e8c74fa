import { type Bag, isBag } from './bag'

/** Brings settings from one version of the form to the next. Never throws, and keeps what it does not know. */
export type Migration = (settings: Bag) => Bag

/** Append-only: the first one leads from version 1 to version 2. */
const migrations: readonly Migration[] = []

/** Version of the settings' form that this build writes. */
export const settingsVersion = migrations.length + 1

/**
 * Settings in the form of this build. Without a version they are of the first: policy that was written before there was a second
 * says nothing of it. Those of a newer Latchkey stay as they are.
 */
export function upToDate(settings: Bag, steps = migrations): Bag {
  const version = versionOf(settings)
  if (version > steps.length) return { version, ...settings }
  const { version: _, ...values } = steps.slice(version - 1).reduce((before, step) => step(before), settings)
  return { version: steps.length + 1, ...values }
}

/** Whether a newer Latchkey has written these settings: this one may read them, but would lose what it does not know. */
export const isNewer = (settings: unknown): boolean => isBag(settings) && versionOf(settings) > settingsVersion

/** Whether a value can be the version of a form. */
export const isVersion = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value > 0

const versionOf = ({ version }: Bag): number => (isVersion(version) ? version : 1)
