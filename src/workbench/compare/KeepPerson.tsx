import { useId, useState } from 'preact/hooks'
import { kept } from '../../claims/kept'
import type { Subject } from '../../claims/subject'
import { keep } from '../../platform/kept-store'
import { Notice } from '../../ui/Notice'
import { say } from '../../ui/words'
import { useBench } from '../bench'
import { useFindings } from '../use-findings'
import { useRedaction } from '../use-redaction'

/** Keeps somebody, redacted, under a name that the administrator gives them. */
export function KeepPerson({ subject }: { readonly subject: Subject }) {
  const { shelf, reload, now } = useBench()
  const [label, setLabel] = useState(subject.person.initials)
  const [state, setState] = useState<'kept' | 'failed'>()
  const redaction = useRedaction()
  const findings = useFindings(subject)
  const id = useId()
  const submit = (event: Event) => {
    event.preventDefault()
    const one = kept(subject, { id: crypto.randomUUID(), label: label.trim() || subject.person.initials, at: now, redaction, findings })
    keep(one).then(
      () => {
        setState('kept')
        reload()
      },
      () => setState('failed'),
    )
  }
  if (!shelf.kept) return <Notice tone="warning">{say('keepImpossible')}</Notice>
  return (
    <form class="card" onSubmit={submit}>
      <label for={id}>{say('keepLabel')}</label>
      <div class="add-line">
        <input
          id={id}
          value={label}
          maxLength={60}
          autocomplete="off"
          aria-describedby={`${id}-about`}
          onInput={(event) => setLabel(event.currentTarget.value)}
        />
        <button type="submit">{say('keepPerson')}</button>
      </div>
      <p class="muted" id={`${id}-about`}>
        {say('keepAbout')}
      </p>
      <p role="status">{state && say(state === 'kept' ? 'keepDone' : 'keepImpossible')}</p>
    </form>
  )
}
