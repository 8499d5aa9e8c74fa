import { useEffect } from 'preact/hooks'
import { OptionsProvider, useSettings } from '../ui/fields/use-options'
import { keepFocus } from '../ui/keep-focus'
import { Mark } from '../ui/Mark'
import { ProblemNotice } from '../ui/ProblemNotice'
import { useAppearance } from '../ui/use-appearance'
import { say } from '../ui/words'
import { Steps } from './Steps'

/** The first thing that a person sees: the address, what was found there, and a try. */
export function Welcome() {
  const { resolved, failed, change } = useSettings()
  useEffect(() => keepFocus(document), [])
  useAppearance('firstTitle', resolved?.settings.appearance)
  return (
    <main>
      <header>
        <h1>
          <Mark /> {say('firstTitle')}
        </h1>
        <p class="muted">{say('firstAbout')}</p>
      </header>
      {failed && <ProblemNotice problem={failed} />}
      {!resolved && !failed && <p class="muted">{say('loading')}</p>}
      {resolved && (
        <OptionsProvider value={{ resolved, change }}>
          <Steps />
        </OptionsProvider>
      )}
    </main>
  )
}
