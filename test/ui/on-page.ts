import { expect, vi } from 'vitest'

/** All that a person can read on the page. */
export const seen = (): string => document.body.textContent ?? ''

/** Waits until the page says this. */
export const says = (words: string): Promise<void> => vi.waitFor(() => expect(seen()).toContain(words))

/** The button with these words on it, as it stands there now. */
export const button = (name: string): HTMLButtonElement | undefined =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)
