/** Java's `trim`: blanks that do not break stay. */
export const trimmed = (text: string): string => text.replace(/^[\0- ]+/, '').replace(/[\0- ]+$/, '')
