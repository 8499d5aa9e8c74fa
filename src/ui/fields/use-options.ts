import { createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import { requestGrants } from '../../platform/grants'
import { readPolicy } from '../../platform/policy'
import { queue } from '../../platform/queue'
import { returnGrants } from '../../platform/return-grants'
import { isSameJson } from '../../platform/same-json'
import { changeUserSettings, loadSettings, type Stored } from '../../platform/settings-store'
import { watchSettings } from '../../platform/watch-stores'
import { type Problem, ProblemError } from '../../problem'
import { type EntryName, hasEntry, type Place, sourcePath } from '../../settings/place'
import { type Resolved, resolve } from '../../settings/resolve'
import { say } from '../words'

/** What was done last. */
export interface Change {
  /** What was changed: further changes of the same are taken back together. */
  readonly what?: string | undefined
  /** What to say of it, in the language that is spoken by then: it may be the language that was changed. */
  readonly words: () => string
  /** Stored settings before and after; absent where nothing can be taken back. */
  readonly stored?: Stored
  /** The hosts that were given back by it, as match patterns. */
  readonly returned?: readonly string[] | undefined
}

/** The settings in force and the way to change one's own. */
export interface Options {
  readonly resolved: Resolved
  /**
   * Changes what is stored, at once, and gives back the hosts of sites that are gone by it; resolves when the change is in force, or with
   * false where it could not be saved. Never rejects.
   */
  readonly change: (words: Change['words'], edit: (stored: unknown) => object, subject?: Subject) => Promise<boolean>
}

/** What a change is about. */
export interface Subject {
  /** Further changes of the same are taken back together; without it none are. */
  readonly what?: string
  /** The entry that is changed: where another page has removed it meanwhile, nothing is, since that would bring it back. */
  readonly entry?: EntryName | undefined
}

/** A place as what a change is about. */
export const subjectAt = (place: Place): Subject => ({ what: sourcePath(place), entry: place.entry })

const context = createContext<Options | undefined>(undefined)
/** Hands them to whatever is drawn within. */
export const OptionsProvider = context.Provider

/** What `OptionsProvider` gives. Throws a TypeError outside of one. */
export function useOptions(): Options {
  const options = useContext(context)
  if (!options) throw new TypeError('no OptionsProvider above')
  return options
}

function failureOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem
  // "QUOTA_BYTES quota exceeded", "QuotaExceededError: …": each browser has words of its own.
  return /quota/i.test(String(error)) ? { code: 'storage-full' } : { code: 'storage-failed', message: String(error) }
}

/** Whether a change goes on where an earlier one ended: of the same, and nobody else has saved anything between them. */
const continues = (
  earlier: Change | undefined,
  what: string | undefined,
  before: unknown,
): earlier is Change & { readonly stored: Stored } =>
  what !== undefined && earlier?.what === what && earlier.stored !== undefined && isSameJson(earlier.stored.after, before)

/** Reads the settings, keeps them up to date, and remembers the last change. */
export function useSettings() {
  const [resolved, setResolved] = useState<Resolved>()
  const [failed, setFailed] = useState<Problem>()
  const [last, setLast] = useState<Change>()
  const [inTurn] = useState(queue)
  const reload = async () => {
    const now = await loadSettings()
    setResolved(now)
    return now.settings
  }
  const guarded = (work: () => Promise<unknown>) =>
    inTurn(work).then(
      () => true,
      (error: unknown) => {
        setFailed(failureOf(error))
        return false
      },
    )
  useEffect(() => {
    void guarded(reload)
    return watchSettings(() => void guarded(reload))
  }, [])
  const change: Options['change'] = (words, edit, { what, entry } = {}) =>
    guarded(async () => {
      const policy = await readPolicy()
      const isThere = (before: unknown) => !entry || hasEntry(resolve(before, policy), entry)
      const stored = await changeUserSettings((before) => (isThere(before) ? edit(before) : undefined))
      if (!stored) return reload()
      setFailed(undefined)
      setLast((earlier) => ({
        what,
        words,
        ...(continues(earlier, what, stored.before)
          ? { stored: { ...stored, before: earlier.stored.before }, returned: earlier.returned }
          : { stored }),
      }))
      const returned = await returnGrants(resolve(stored.before, policy).settings.sites, (await reload()).sites)
      if (returned.length > 0)
        setLast((now) => (now?.stored?.after === stored.after ? { ...now, returned: [...(now.returned ?? []), ...returned] } : now))
    })
  const undo = ({ stored, returned = [] }: Change) => {
    // Browsers hear it in the click alone. What somebody has granted before Chrome grants again without a question.
    if (returned.length > 0) void requestGrants(returned).catch(() => false)
    return guarded(async () => {
      const old = await loadSettings()
      // What another page has saved since would go as well.
      const earlier = (now: unknown) => (isSameJson(now, stored?.after) ? ((stored?.before as object | undefined) ?? {}) : undefined)
      const undone = await changeUserSettings(earlier)
      setFailed(undefined)
      setLast(undone ? undefined : { words: () => say('undoTooLate') })
      return returnGrants(old.settings.sites, (await reload()).sites)
    })
  }
  return { resolved, failed, last, change, undo, forget: () => setLast(undefined) }
}
