export function sourceNames(): string[]
export function trackedNames(folder?: string): string[]
