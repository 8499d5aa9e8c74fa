import { spreadOf } from '../measure/spread'
import type { Figure } from './measurement'
import type { Result } from './result'
import { verdictOf } from './verdict'

/** Cells of text; the first row is the head. */
export interface Table {
  readonly title: string
  readonly rows: readonly (readonly string[])[]
}

/** The result as a person reads it: what every arm took, and the figures with their targets. */
export function tablesOf({ series, figures }: Result): readonly Table[] {
  const titles = [...new Set(series.map(({ table }) => table))]
  const head = ['Figure', 'Where', 'Value', 'Target', 'Verdict']
  const judged = figures.map((figure) => [figure.what, figure.where, amountOf(figure), targetOf(figure), verdictOf(figure)])
  return [...titles.map((title) => pivot(title, series)), { title: 'Figures and targets', rows: [head, ...judged] }]
}

/** One row an arm, one column a condition; in each cell the median and, in brackets, the tenth and the ninetieth percentile. */
function pivot(title: string, all: Result['series']): Table {
  const series = all.filter(({ table }) => table === title)
  const columns = [...new Set(series.map(({ column }) => column))]
  const cell = (row: string, column: string) => {
    const found = series.find((one) => one.row === row && one.column === column)
    if (!found) return '–'
    const { median, p10, p90 } = spreadOf(found.samples)
    return `${round(median)} (${round(p10)}–${round(p90)})`
  }
  const rows = [...new Set(series.map(({ row }) => row))].map((row) => [row, ...columns.map((column) => cell(row, column))])
  return { title, rows: [['', ...columns], ...rows] }
}

const round = (value: number) => value.toFixed(value < 100 ? 1 : 0)

const shown: Record<Figure['unit'], (value: number) => string> = {
  times: (value) => String(value),
  bytes: (value) => `${value.toLocaleString('en-GB')} B`,
  ratio: (value) => `${value.toFixed(2)} ×`,
  ms: (value) => `${value.toFixed(value < 10 ? 2 : 1)} ms`,
  MB: (value) => `${value.toFixed(1)} MB`,
}

function amountOf({ value, unit, spread }: Figure): string {
  const text = shown[unit](value)
  return spread ? `${text} (${shown[unit](spread.from)} to ${shown[unit](spread.to)})` : text
}

const targetOf = ({ atMost, unit }: Figure) => (atMost === undefined ? '' : atMost === 0 ? '0' : `≤ ${shown[unit](atMost)}`)
