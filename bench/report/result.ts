import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { type Machine, machine } from './machine'
import type { Measurement } from './measurement'

/** A measurement with its day and its machine. */
export interface Result extends Measurement {
  readonly bench: string
  /** ISO date. */
  readonly day: string
  readonly machine: Machine
  readonly rounds: number
}

const folder = new URL('../../bench-out/', import.meta.url)
const fileOf = (bench: string) => new URL(`${bench}.json`, folder)

export const resultOf = (bench: string, rounds: number, measurement: Measurement): Result => ({
  bench,
  rounds,
  day: new Date().toISOString().slice(0, 10),
  machine: machine(),
  ...measurement,
})

/** Keeps a result in `bench-out/<bench>.json`. */
export function writeResult(result: Result): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(fileOf(result.bench), `${JSON.stringify(result, null, 2)}\n`)
}

export const hasResult = (bench: string): boolean => existsSync(fileOf(bench))

/** The result that was kept last. */
export const readResult = (bench: string): Result => JSON.parse(readFileSync(fileOf(bench), 'utf8')) as Result
