import { say } from './words'

/** A moment as people say it: "today at 14:30 (in 58 minutes)". Both arguments in seconds since the epoch. */
export function timeInWords(seconds: number, now: number): string {
  return say('timeAndDistance', clockTime(seconds, now), distanceInWords(seconds - now))
}

/** The time alone when it is today, else with its date. Both arguments in seconds since the epoch. */
export function clockTime(seconds: number, now: number): string {
  const [then, today] = [new Date(seconds * 1000), new Date(now * 1000)]
  return then.toDateString() === today.toDateString() ? say('today', formatOf('time').format(then)) : formatOf('date').format(then)
}

const styles = { time: { timeStyle: 'short' }, date: { dateStyle: 'medium', timeStyle: 'short' } } as const
/** Making one costs a hundred times what using it does. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(style: keyof typeof styles): Intl.DateTimeFormat {
  const language = say('languageTag')
  const key = `${style} ${language}`
  const format = formats.get(key) ?? new Intl.DateTimeFormat(language, { ...styles[style], hour12: false })
  formats.set(key, format)
  return format
}

const units = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const

/** The largest unit of which there are at least two. */
const unitOf = (seconds: number) => units.find(([, size]) => Math.abs(seconds) >= 2 * size) ?? (['second', 1] as const)

/** "12 minutes": so many seconds in the largest unit of which there are at least two. */
export function amountOf(seconds: number): string {
  const [unit, size] = unitOf(seconds)
  const format = new Intl.NumberFormat(say('languageTag'), { style: 'unit', unit, unitDisplay: 'long' })
  return format.format(Math.round(seconds / size))
}

/** "in 58 minutes", "3 days ago": seconds from now in the largest unit of which there are at least two. */
export function distanceInWords(seconds: number): string {
  const [unit, size] = unitOf(seconds)
  return new Intl.RelativeTimeFormat(say('languageTag'), { numeric: 'auto' }).format(Math.round(seconds / size), unit)
}
