let underWay = 0

/** Counts work that takes its own time, whatever the clock of a test says. */
export const counted =
  <A extends readonly unknown[], T>(work: (...given: A) => Promise<T>) =>
  (...given: A): Promise<T> => {
    underWay += 1
    return work(...given).finally(() => {
      underWay -= 1
    })
  }

/** Whether any such work is under way, cryptography included: threads do that, which a busy machine lets wait. */
export const isWorking = (): boolean => underWay > 0

/** Lets everything happen that waits for nobody outside. */
export async function idle(): Promise<void> {
  for (let turn = 0; turn < 200; turn = isWorking() ? 0 : turn + 1) await new Promise((next) => setImmediate(next))
}

const { subtle } = crypto
for (const name of ['digest', 'verify', 'sign', 'importKey'] as const) {
  Object.defineProperty(subtle, name, { value: counted(subtle[name].bind(subtle) as (...given: unknown[]) => Promise<unknown>) })
}
