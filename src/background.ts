import door from './content.iife.ts?script'
import countdown from './countdown.iife.ts?script'
import { askSite } from './platform/discovering'
import { answer } from './platform/messages'
import { watchOneClick } from './platform/one-click'
import { sessionVerbs, watchExpiry } from './platform/session-verbs'
import { restoreKeeping, watchDoors } from './platform/watch'
import { watchSetup } from './platform/watch-setup'
import { decisionInWords } from './ui/decision-words'

// Only listeners that are registered before anything is awaited can wake a sleeping background.
answer({ ...sessionVerbs, askSite })
watchDoors(decisionInWords)
watchOneClick()
watchExpiry()
watchSetup({ door, countdown }, restoreKeeping)
