/** Whether two lists of rules say the same, whatever order their members stand in: browsers give rules back in an order of their own. */
export const areSameRules = (some: readonly object[], others: readonly object[]): boolean =>
  JSON.stringify(some.map(ordered)) === JSON.stringify(others.map(ordered))

/** A value with its members by name; absent ones, which some browsers give as null, left out. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).filter(([, member]) => member !== undefined && member !== null)
  return Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, member]) => [name, ordered(member)]))
}
