/** A text read as JSON; undefined where it is none, since JSON knows no undefined. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
