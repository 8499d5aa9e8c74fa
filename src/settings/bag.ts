/** Values by their names, whatever they are. */
export type Bag = Readonly<Record<string, unknown>>

/** A bag, as opposed to a text, a number, a list or nothing. */
export const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value)
