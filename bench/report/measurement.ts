import type { Spread } from '../measure/spread'

/** A figure with what it was meant to be. */
export interface Figure {
  readonly what: string
  /** A browser, "build" or "Node". */
  readonly where: string
  readonly value: number
  readonly unit: 'times' | 'bytes' | 'ratio' | 'ms' | 'MB'
  /** The target; without it the figure is only told. */
  readonly atMost?: number
  /** Of a median. */
  readonly spread?: Spread
}

/** What one arm gave, round by round: a cell of a table. */
export interface Series {
  readonly table: string
  readonly row: string
  readonly column: string
  readonly samples: readonly number[]
}

/** All that a bench has to say. */
export interface Measurement {
  readonly series: readonly Series[]
  readonly figures: readonly Figure[]
}

/** How a bench is run. */
export interface Orders {
  readonly rounds: number
  /** Tells whoever waits how far it is. */
  tell(step: string): void
}

export type Bench = (orders: Orders) => Promise<Measurement>
