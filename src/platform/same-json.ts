/**
 * Whether two values are the same JSON, whatever order their members stand in: browsers give back what they were given in an order of
 * their own, and some give members that were absent as null.
 */
export const isSameJson = (one: unknown, other: unknown): boolean => JSON.stringify(one, inOrder) === JSON.stringify(other, inOrder)

function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const members = Object.entries(value).filter(([, member]) => member !== undefined && member !== null)
  return Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1)))
}
