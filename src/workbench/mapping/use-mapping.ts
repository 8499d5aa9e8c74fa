import { useState } from 'preact/hooks'
import type { MappingSettings, SiteSettings } from '../../settings/catalog'
import { setAll, setAt } from '../../settings/edit'
import type { Place } from '../../settings/place'
import type { Resolved } from '../../settings/resolve'
import { subjectAt, useSettings } from '../../ui/fields/use-options'
import { settingLabel } from '../../ui/setting-words'
import { say } from '../../ui/words'

/** A site's mapping while somebody works on it. */
export interface Working {
  /** The settings as they are saved. */
  readonly resolved: Resolved
  /** The mapping as it is being typed; what is saved follows after a pause. */
  readonly mapping: MappingSettings
  /** Shows a value at once, before it is saved. */
  readonly preview: (path: string, value: unknown) => void
  readonly save: (path: string, value: unknown) => Promise<boolean>
  /** Saves several values, as one change that can be taken back. */
  readonly saveAll: (words: () => string, values: Readonly<Record<string, unknown>>) => Promise<boolean>
  readonly settings: ReturnType<typeof useSettings>
}

/** The mapping of a site. Paths are those below `mapping`. */
export function useMapping(site: SiteSettings): Working | undefined {
  const settings = useSettings()
  const [typed, setTyped] = useState<Readonly<Record<string, unknown>>>({})
  const { resolved } = settings
  const entry = { list: 'sites', key: site.baseUrl } as const
  const place = (path: string): Place => ({ entry, path: `mapping.${path}` })
  // What was saved is in force by now. What has been typed since stays until it is saved itself.
  const forget = (path: string, saved: unknown) =>
    setTyped((before) => {
      const { [path]: typedSince, ...others } = before
      return saved === undefined || JSON.stringify(typedSince) === JSON.stringify(saved) ? others : before
    })
  const saved = resolved?.settings.sites.find(({ baseUrl }) => baseUrl === site.baseUrl)?.mapping
  if (!resolved || !saved) return undefined
  return {
    resolved,
    mapping: Object.entries(typed).reduce((mapping, [path, value]) => put(mapping, path.split('.'), value), saved),
    preview: (path, value) => value !== undefined && setTyped((before) => ({ ...before, [path]: value })),
    save: (path, value) =>
      settings
        .change(
          () => say('changed', settingLabel(`sites.mapping.${path}`)),
          (stored) => setAt(stored, place(path), value),
          subjectAt(place(path)),
        )
        .then((isSaved) => {
          if (isSaved) forget(path, value)
          return isSaved
        }),
    saveAll: (words, values) =>
      settings.change(
        words,
        (stored) => setAll(stored, entry, Object.fromEntries(Object.entries(values).map(([path, value]) => [`mapping.${path}`, value]))),
        { entry },
      ),
    settings,
  }
}

/** A mapping, or a part of one, with one value changed. */
function put<T extends object>(bag: T, [step = '', ...rest]: readonly string[], value: unknown): T {
  const inner = (bag as Readonly<Record<string, unknown>>)[step]
  return { ...bag, [step]: rest.length > 0 ? put(inner as object, rest, value) : value }
}
