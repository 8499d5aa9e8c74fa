import door from './content.iife.ts?script'
import countdown from './countdown.iife.ts?script'
import { watchFirstRun } from './platform/first-run'
import { answer } from './platform/messages'
import { watchNameMenus } from './platform/name-menu'
import { watchOneClick } from './platform/one-click'
import { signInVerbs, watchSignIns } from './platform/sign-in'
import { restoreKeeping, watchDoors } from './platform/watch'
import { watchSetup } from './platform/watch-setup'
import { decisionInWords } from './ui/decision-words'

// Only listeners that are registered before anything is awaited can wake a sleeping background.
answer({ ...signInVerbs, askSite: async (baseUrl) => (await import('./platform/second-script')).discovering.askSite(baseUrl) })
watchDoors(decisionInWords)
watchOneClick()
watchNameMenus()
watchSignIns()
watchFirstRun()
watchSetup({ door, countdown }, restoreKeeping)
