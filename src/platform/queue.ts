/** Runs one task that reads everything anew: whoever asks for it while it waits for its turn shares it. */
export function latest<A extends readonly unknown[]>(task: (...args: A) => Promise<void>): (...args: A) => Promise<void> {
  const inTurn = queue()
  let waiting: Promise<void> | undefined
  return (...args) => {
    waiting ??= inTurn(() => {
      waiting = undefined
      return task(...args)
    })
    return waiting
  }
}

/** Runs tasks one after the other: each reads storage and writes it back, and two at once would lose a change. */
export function queue(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => {
    const next = last.then(task)
    last = next.catch(() => undefined)
    return next
  }
}
