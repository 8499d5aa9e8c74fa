/** The project's folder, ending in a slash. */
export const root: string
/** A package's command, as npm puts it into node_modules/.bin. */
export function bin(name: string): string[]
/** Node on a TypeScript file. */
export function typescript(file: string): string[]
/** A command as one line for Windows' shell, which would split a folder's name at its blanks. */
export function inShell(command: readonly string[]): string
/** Runs a command in the project's folder. Never rejects. `quiet` keeps the output instead of showing it. */
export function run(
  command: string[],
  options?: { env?: Record<string, string>; quiet?: boolean },
): Promise<{ code: number; output: string }>
