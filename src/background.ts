import contentScript from './content.iife.ts?script'
import { answer } from './platform/messages'
import { sessionVerbs, watchExpiry } from './platform/session-verbs'
import { restoreKeeping, watchDoors } from './platform/watch-doors'
import { watchSetup } from './platform/watch-setup'

// Only listeners that are registered before anything is awaited can wake a sleeping background.
answer(sessionVerbs)
watchDoors()
watchExpiry()
watchSetup(contentScript, restoreKeeping)
