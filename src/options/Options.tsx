import { useEffect, useState } from 'preact/hooks'
import { Toast } from '../ui/fields/Toast'
import { OptionsProvider, useSettings } from '../ui/fields/use-options'
import { keepFocus } from '../ui/keep-focus'
import { ProblemNotice } from '../ui/ProblemNotice'
import { useAppearance } from '../ui/use-appearance'
import { say } from '../ui/words'
import { Complaints } from './Complaints'
import { Remarks } from './Remarks'
import { SearchResults } from './SearchResults'
import { Sections } from './Sections'
import { SetAside } from './SetAside'
import { Side } from './Side'
import { StorageNear } from './StorageNear'

/** The options page: every setting of the catalogue, saved as it is changed. */
export function Options() {
  const { resolved, failed, last, change, undo, forget } = useSettings()
  const [wanted, want] = useState('')
  const [led, lead] = useState('')
  const find = (words: string) => {
    want(words)
    lead(words)
  }
  useEffect(() => keepFocus(document), [])
  useAppearance('optionsTitle', resolved?.settings.appearance)
  return (
    <>
      <Side wanted={wanted} want={want} />
      <main>
        {failed && <ProblemNotice problem={failed} />}
        {!resolved && !failed && <p class="muted">{say('loading')}</p>}
        {resolved && (
          <OptionsProvider value={{ resolved, change }}>
            <Complaints complaints={resolved.complaints} find={find} />
            <SetAside />
            <StorageNear />
            <Remarks settings={resolved.settings} find={find} />
            {wanted.trim() ? <SearchResults key={led} wanted={wanted} isLedTo={wanted === led} leave={() => want('')} /> : <Sections />}
          </OptionsProvider>
        )}
      </main>
      <Toast undo={undo} forget={forget} {...(last && { change: last })} />
    </>
  )
}
