import { shuffle } from 'simple-statistics'

/** Arms that need the same state of the world; `prepare` brings it about. */
export interface Group {
  readonly prepare?: () => Promise<void>
  readonly arms: Readonly<Record<string, () => Promise<number>>>
}

/** The first rounds fill caches and compile; they do not count. */
const warmUps = 3

/**
 * Runs every arm once a round, groups and arms in a new order each time, so that whatever changes with time changes for all.
 * Gives what each arm gave, round by round.
 */
export async function inRounds(rounds: number, groups: readonly Group[], tell: (step: string) => void): Promise<Record<string, number[]>> {
  const found: Record<string, number[]> = Object.fromEntries(groups.flatMap(({ arms }) => Object.keys(arms).map((name) => [name, []])))
  for (let round = -warmUps; round < rounds; round += 1) {
    if (round % 5 === 0 && round > 0) tell(`round ${round} of ${rounds}`)
    for (const { prepare, arms } of shuffle([...groups])) {
      await prepare?.()
      for (const [name, act] of shuffle(Object.entries(arms))) {
        const value = await act()
        if (round >= 0) found[name]?.push(value)
      }
    }
  }
  return found
}
