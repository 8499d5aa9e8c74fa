/** One part of a built extension: its bytes after gzip with everything that it imports, what it may weigh, and what it is meant to. */
export interface Weight {
  readonly what: string
  readonly bytes: number
  readonly atMost: number
  readonly target: number
}

/** Weighs the parts of the build in `dist/<browser>`. */
export function weigh(browser: 'chrome' | 'firefox'): Promise<readonly Weight[]>
