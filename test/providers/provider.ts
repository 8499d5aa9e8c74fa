import { expect } from 'vitest'
import type { ProviderSettings } from '../../src/settings/catalog'
import { resolve } from '../../src/settings/resolve'

/** Settings of one provider, as resolved from what a person would store; fails where a value is passed over. */
export function settingsOf(values: object): ProviderSettings {
  const { settings, complaints } = resolve({ providers: [values] }, {})
  expect(complaints).toEqual([])
  const [provider] = settings.providers
  if (!provider) throw new Error('no provider')
  return provider
}

export const callback = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/'
