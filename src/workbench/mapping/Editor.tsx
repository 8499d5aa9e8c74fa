import { Fragment } from 'preact'
import { plainDialect } from '../../claims/dialect'
import type { Verdict } from '../../mapping/verdict'
import { atPath } from '../../settings/place'
import { dialects } from '../../sso-apps/dialects'
import { SettingField } from '../../ui/fields/SettingField'
import { listOf } from '../../ui/list-words'
import { say } from '../../ui/words'
import { useBench } from '../bench'
import type { Part } from './MappingOf'
import { ruleNote } from './rule-note'
import { namesLike, ruleNames, suggestionsFor } from './suggestions'
import { usualMapping } from './usual'

/** The settings of the mapping for which the SSO app has a field, judged with every letter and saved after a pause. */
export function Editor(props: Part & { readonly verdict: Verdict | undefined }) {
  const { semantics } = props
  const isOfGroups = (path: string) => path.startsWith('groups.')
  return (
    <section class="editor card" aria-labelledby="mapping-editor">
      <h3 id="mapping-editor" class="unseen">
        {say('mappingSettings')}
      </h3>
      <Usual {...props} />
      <Fields {...props} title={say('mappingProfile')} paths={semantics.settings.filter((path) => !isOfGroups(path))} />
      <Fields {...props} title={say('mappingGroups')} paths={semantics.settings.filter(isOfGroups)} />
    </section>
  )
}

/** What is usual, for whoever has set nothing yet. */
function Usual({ working, claims, ssoApp, semantics }: Part) {
  const { username, email, fullName, firstName, lastName, groups } = working.mapping
  const app = { dialect: dialects[ssoApp] ?? plainDialect, settings: semantics.settings, groups: groups.attribute }
  const usual = usualMapping(claims, app)
  const names = [...new Set(Object.values(usual))]
  if (username || email || fullName || firstName || lastName || names.length === 0) return null
  return (
    <div class="actions">
      <button type="button" onClick={() => working.saveAll(() => say('changed', say('mappingProfile')), usual)}>
        {say('mappingUsual', listOf(names))}
      </button>
    </div>
  )
}

interface FieldsProps extends Part {
  readonly verdict: Verdict | undefined
  readonly title: string
  readonly paths: readonly string[]
}

const Fields = ({ title, paths, ...rest }: FieldsProps) => (
  <details class="group" open>
    <summary>{title}</summary>
    <div class="fields">
      {paths
        .filter((path) => isOfUse(path, rest.working.mapping))
        .map((path) => (
          <MappingField key={path} path={path} {...rest} />
        ))}
    </div>
  </details>
)

function MappingField({ path, working, site, claims, ssoApp, verdict }: Omit<FieldsProps, 'title' | 'paths'> & { readonly path: string }) {
  const { resolved, mapping, preview, save } = working
  const { directory } = useBench()
  const suggestions = suggestionsFor(path, claims, dialects[ssoApp] ?? plainDialect)
  // The user name may come from userInfo, whose names no field suggests.
  const isRead = path === 'username' && verdict?.username.how !== 'absent'
  const rules = path === 'groups.rules' && {
    names: ruleNames(verdict, directory.known),
    reports: verdict?.rules ?? [],
    note: ruleNote,
  }
  return (
    <>
      <SettingField
        resolved={resolved}
        place={{ entry: { list: 'sites', key: site.baseUrl }, path: `mapping.${path}` }}
        preview={(value) => preview(path, value)}
        save={(value) => save(path, value)}
        {...(suggestions && { suggestions })}
        {...(rules && { rules })}
      />
      {suggestions && !isRead && <Meant typed={String(atPath(mapping, path))} suggested={suggestions} use={(name) => save(path, name)} />}
    </>
  )
}

interface MeantProps {
  readonly typed: string
  readonly suggested: readonly string[]
  readonly use: (name: string) => void
}

/** Names that the token has, where a field asks for one that it has not and that is much the same. */
function Meant({ typed, suggested, use }: MeantProps) {
  const names = namesLike(typed, suggested)
  if (names.length === 0) return null
  return (
    <div class="rule-note unmatched">
      <p>
        {say('takenAbsent', typed)}
        {names.map((name) => (
          <Fragment key={name}>
            {' '}
            <button type="button" class="link" onClick={() => use(name)}>
              {say('nearUse', name)}
            </button>
          </Fragment>
        ))}
      </p>
    </div>
  )
}

/** Fields that say nothing beside what others say are left out: the text of no filter, say. */
function isOfUse(path: string, { groups, fullName }: Part['working']['mapping']): boolean {
  const onTheFly = ['groups.filter', 'groups.createMissing', 'groups.keepExisting']
  if (onTheFly.includes(path)) return groups.mode === 'on-the-fly'
  if (path === 'groups.filterText') return groups.mode === 'on-the-fly' && groups.filter !== 'none'
  if (path === 'groups.excludeGroups') return groups.mode === 'on-the-fly' && !groups.keepExisting
  if (path === 'groups.replacePattern') return groups.mode === 'on-the-fly' || groups.replacePattern !== ''
  if (path === 'groups.replaceWith') return groups.replacePattern !== ''
  if (path === 'groups.rules') return groups.mode === 'manual' || groups.rules.length > 0
  if (path === 'groups.updateOnlyMapped') return groups.mode === 'manual'
  return (path !== 'firstName' && path !== 'lastName') || fullName === ''
}
