/** Runs one step after the other and tells each with its milliseconds. */
export interface Steps {
  /** Runs a step; a failure is told and thrown on. */
  step<T>(what: string, act: () => T | Promise<T>): Promise<T>
  /** A line between steps. */
  say(line: string): void
  readonly taken: number
}

/** Tells the steps on `print`, each as `   123 ms  what`. */
export function steps(print: (line: string) => void): Steps {
  let taken = 0
  const told = (start: number, sign: string, what: string) =>
    print(
      `${sign} ${Math.round(performance.now() - start)
        .toString()
        .padStart(6)} ms  ${what}`,
    )
  return {
    step: async (what, act) => {
      const start = performance.now()
      try {
        const result = await act()
        taken += 1
        told(start, '✓', what)
        return result
      } catch (error) {
        told(start, '✗', what)
        throw error
      }
    },
    say: print,
    get taken() {
      return taken
    },
  }
}

/** Fails the step with a sentence unless the condition holds. */
export function insist(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise)
}
