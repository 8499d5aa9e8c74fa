/** Resolves once nobody wants the outcome of a flow any more; never for one that nobody can stop. */
export const whenStopped = (signal: AbortSignal | undefined): Promise<'stopped'> =>
  new Promise((resolve) => {
    if (signal?.aborted) return resolve('stopped')
    signal?.addEventListener('abort', () => resolve('stopped'), { once: true })
  })
