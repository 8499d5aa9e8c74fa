import { queue } from '../queue'

/** Browsers show one sign-in page at a time, hidden ones included. Whoever needs it waits here. */
export const oneWindow = queue()
