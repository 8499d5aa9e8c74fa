/** Alarms for the renewal of sessions are called this and their provider's id. */
export const expiryAlarm = 'expiry:'
