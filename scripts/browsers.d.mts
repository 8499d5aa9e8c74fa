/** The executable of a browser on this machine, or undefined. The environment's CHROMIUM or FIREFOX comes first. */
export function findBrowser(kind: 'chromium' | 'firefox'): string | undefined
