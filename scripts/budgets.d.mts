/** One part of a built extension: its bytes after gzip with everything that it imports, and what it may weigh. */
export interface Weight {
  readonly what: string
  readonly bytes: number
  readonly atMost: number
}

/** Weighs the parts of the build in `dist/<browser>`. */
export function weigh(browser: 'chrome' | 'firefox'): Promise<readonly Weight[]>
