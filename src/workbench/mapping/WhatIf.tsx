import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { asExactJson } from '../../claims/exact-json'
import { usualReads } from '../../claims/findings/finding'
import { byRank, isOfToken } from '../../claims/glossary'
import type { Claims } from '../../session/session'
import { Icon } from '../../ui/Icon'
import { say } from '../../ui/words'
import type { Part } from './MappingOf'
import { asText, asValue, withClaim } from './what-if'

interface Props extends Part {
  /** The claims as they were changed; undefined while they are the token's. */
  readonly edited: Claims | undefined
  readonly edit: (claims: Claims | undefined) => void
}

/** The person's claims, to be changed and tried. Nothing of it is saved. Those that speak of the token are no part of a mapping. */
export function WhatIf({ claims, edited, edit, working }: Props) {
  const shown = edited ?? claims
  const [asked, ask] = useState<{ readonly for: string }>()
  const isGroups = (name: string) => name === (working.mapping.groups.attribute || usualReads.groups)
  const add = (name: string) => {
    if (!Object.hasOwn(shown, name)) edit(withClaim(shown, name, isGroups(name) ? [] : ''))
    ask({ for: name })
  }
  const names = Object.keys(shown)
    .filter((name) => !isOfToken(name))
    .sort(byRank)
  return (
    <section class="what-if card" aria-labelledby="mapping-what-if">
      <h3 id="mapping-what-if" class="unseen">
        {say('mappingWhatIf')}
      </h3>
      <p class="muted">{say('whatIfAbout')}</p>
      {names.map((name) => (
        <ClaimField
          key={name}
          name={name}
          value={shown[name]}
          change={(value) => edit(withClaim(shown, name, value))}
          asked={asked?.for === name && asked}
        />
      ))}
      <AddClaim add={add} />
      {edited && (
        <p class="changed">
          {say('whatIfChanged')}{' '}
          <button type="button" class="link" onClick={() => edit(undefined)}>
            {say('whatIfReset')}
          </button>
        </p>
      )}
    </section>
  )
}

interface FieldProps {
  readonly name: string
  readonly value: unknown
  readonly change: (value: unknown) => void
  /** Another object each time that somebody asks for this claim by its name. */
  readonly asked: object | false
}

function ClaimField({ name, value, change, asked }: FieldProps) {
  const id = useId()
  useEffect(() => {
    if (asked) document.getElementById(id)?.focus()
  }, [asked])
  const [draft, setDraft] = useState(() => asText(value))
  // What is typed stays as it is typed: a line break at the end is the beginning of a group.
  const shown = asExactJson(asValue(draft)) === asExactJson(value) ? draft : asText(value)
  const type = (text: string) => {
    setDraft({ ...shown, text })
    change(asValue({ ...shown, text }))
  }
  return (
    <div class="claim-field">
      <label for={id}>
        <code>{name}</code> {shown.kind === 'list' && <small>{say('onePerLine')}</small>}
      </label>
      <div class="cell">
        {shown.kind === 'list' ? (
          <textarea
            id={id}
            rows={Math.min(8, Math.max(2, shown.text.split('\n').length))}
            spellcheck={false}
            value={shown.text}
            onInput={(event) => type(event.currentTarget.value)}
          />
        ) : (
          <input id={id} value={shown.text} spellcheck={false} onInput={(event) => type(event.currentTarget.value)} />
        )}
        <button type="button" class="tool" aria-label={say('whatIfRemove', name)} title={say('remove')} onClick={() => change(undefined)}>
          <Icon name="cross" />
        </button>
      </div>
    </div>
  )
}

/** Whoever names a claim goes on to its value, which is new or was there already. */
function AddClaim({ add }: { readonly add: (name: string) => void }) {
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  return (
    <form
      class="add-claim"
      onSubmit={(event) => {
        event.preventDefault()
        if (!field.current) return
        const wanted = field.current.value.trim()
        if (wanted) add(wanted)
        field.current.value = ''
      }}
    >
      <label for={id}>{say('whatIfName')}</label>
      <div class="cell">
        <input id={id} ref={field} spellcheck={false} />
        <button type="submit">{say('whatIfAdd')}</button>
      </div>
    </form>
  )
}
