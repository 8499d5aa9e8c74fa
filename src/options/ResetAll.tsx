import { useOptions } from '../ui/fields/use-options'
import { say } from '../ui/words'
import { AskFirst } from './AskFirst'

/** Asks once, in place, and takes out everything that the person has set. `done` runs as soon as that was agreed to. */
export function ResetAll({ done }: { readonly done: () => void }) {
  const { change } = useOptions()
  const agree = () => {
    done()
    void change(
      () => say('resetDone'),
      () => ({}),
    )
  }
  return <AskFirst button={say('resetButton')} question={say('resetAsk')} agree={agree} />
}
