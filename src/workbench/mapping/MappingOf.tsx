import { useState } from 'preact/hooks'
import type { Subject } from '../../claims/subject'
import type { MappingInput, MappingSemantics } from '../../mapping/semantics'
import type { Claims } from '../../session/session'
import type { SiteSettings } from '../../settings/catalog'
import { providerOf } from '../../settings/provider-of'
import { ssoAppOf } from '../../settings/sso-app-of'
import { semanticsOf } from '../../sso-apps/mapping'
import { Toast } from '../../ui/fields/Toast'
import { ProblemNotice } from '../../ui/ProblemNotice'
import { type MessageKey, say } from '../../ui/words'
import { useBench } from '../bench'
import { Editor } from './Editor'
import { beyondInWords, SheetView } from './SheetView'
import { Team } from './Team'
import { useMapping, type Working } from './use-mapping'
import { useVerdicts } from './use-verdicts'
import { VerdictView } from './VerdictView'
import { WhatIf } from './WhatIf'

interface Props {
  readonly site: SiteSettings
  readonly subject: Subject
  readonly claims: Claims
}

/** What every part of the mapping is given. */
export interface Part extends Props {
  readonly working: Working
  readonly ssoApp: string
  readonly semantics: MappingSemantics
  /** The verdict's input for some claims. */
  readonly inputFor: (claims: Claims, userInfo?: Claims) => MappingInput
}

const parts = {
  editor: 'mappingEditor',
  'what-if': 'mappingWhatIf',
  team: 'mappingTeam',
  sheet: 'mappingSheet',
} as const satisfies Readonly<Record<string, MessageKey>>
type PartName = keyof typeof parts

/** A site's mapping, tried on one person's claims, in several parts of which one is shown. */
export function MappingOf(props: Props) {
  const { site, claims, subject } = props
  const { shelf, directory } = useBench()
  const [part, setPart] = useState<PartName>('editor')
  const [assume, setAssume] = useState<MappingInput['assume']>('new')
  const [edited, setEdited] = useState<Claims>()
  const working = useMapping(site)
  const ssoApp = ssoAppOf(site, shelf.ssoApps[site.baseUrl]) ?? ''
  const allowedDomains = providerOf(site, shelf.resolved.settings.providers)?.allowedDomains ?? []
  const inputFor = (all: Claims, userInfo?: Claims): MappingInput => ({
    ...{ claims: all, allowedDomains, assume, directory: directory.known, mapping: working?.mapping ?? site.mapping },
    ...(userInfo && { userInfo }),
  })
  const tried = part === 'what-if' ? (edited ?? claims) : claims
  const verdicts = useVerdicts([{ ssoApp, input: inputFor(tried, subject.sources.userinfo) }])
  const verdict = verdicts.all?.[0]
  if (!working) return <p class="muted">{say('loading')}</p>
  const given: Part = { ...props, working, ssoApp, semantics: semanticsOf(ssoApp), inputFor }
  const { failed, last, undo, forget } = working.settings
  return (
    <div class="mapping">
      {failed && <ProblemNotice problem={failed} />}
      <Basis {...given} />
      <nav class="parts" aria-label={say('mappingParts')}>
        {(Object.keys(parts) as PartName[]).map((name) => (
          <button key={name} type="button" aria-pressed={name === part} onClick={() => setPart(name)}>
            {say(parts[name])}
          </button>
        ))}
      </nav>
      {(part === 'editor' || part === 'what-if') && (
        <div class="beside">
          {part === 'editor' ? <Editor {...given} verdict={verdict} /> : <WhatIf {...given} edited={edited} edit={setEdited} />}
          <VerdictView
            {...given}
            verdict={verdict}
            isBusy={verdicts.isBusy}
            assume={assume}
            setAssume={setAssume}
            canMakeRules={part === 'editor'}
          />
        </div>
      )}
      {part === 'team' && <Team {...given} />}
      {part === 'sheet' && <SheetView {...given} allowedDomains={allowedDomains} />}
      <Toast undo={undo} forget={forget} {...(last && { change: last })} />
    </div>
  )
}

/** What is known of how the app maps, and what of it is left out. */
function Basis({ semantics: { basis, seenWith, beyond } }: Part) {
  const { app, issuedBy } = useBench()
  return (
    <p class="muted">
      {basis ? say('mappingFor', app?.name ?? '', basis) : say('mappingForUnknown')}
      {seenWith === 'cognito' && issuedBy !== 'cognito' && ` ${say('mappingSeenWithCognito')}`}
      {beyond.length > 0 && ` ${beyondInWords(beyond)}`}
    </p>
  )
}
