import type { Resolved } from './resolve'

/** Whether people may add no sites and identity providers of their own: policy alone can say so. */
export const listsAreLocked = ({ settings, sources }: Resolved): boolean => settings.lockLists && sources['lockLists'] === 'policy'
