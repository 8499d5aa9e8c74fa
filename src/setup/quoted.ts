/** An address as one word of a shell's command line. */
export const quoted = (address: string): string => `'${address.replaceAll("'", '%27')}'`
