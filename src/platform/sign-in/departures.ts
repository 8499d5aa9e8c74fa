const departures = new Map<string, Promise<unknown>>()

/** Notes that somebody is being signed out at a provider. */
export function depart(id: string, leaving: Promise<void>): Promise<void> {
  const all = Promise.allSettled([departures.get(id), leaving]).finally(() => departures.get(id) === all && departures.delete(id))
  departures.set(id, all)
  return leaving
}

/** Whether somebody is being signed out at a provider. */
export const isLeaving = (id: string): boolean => departures.has(id)

/** Resolves when nobody is being signed out at a provider: until then a sign-in would find its session alive, and bring the same person back. */
export const departed = async (id: string): Promise<void> => void (await departures.get(id))
