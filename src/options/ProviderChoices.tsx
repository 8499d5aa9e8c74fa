import type { Choice } from '../login-page/door-of-site'
import type { SiteSettings } from '../settings/catalog'
import { setAt } from '../settings/edit'
import { sourcePath } from '../settings/place'
import { subjectAt, useOptions } from '../ui/fields/use-options'
import { settingLabel } from '../ui/setting-words'
import { say } from '../ui/words'

interface Props {
  readonly site: SiteSettings
  readonly choices: readonly Choice[]
}

/** The identity providers of a site that has several: one may be chosen for everybody who uses this browser. */
export function ProviderChoices({ site: { baseUrl, startUrl }, choices }: Props) {
  const { resolved, change } = useOptions()
  const place = { entry: { list: 'sites', key: baseUrl }, path: 'startUrl' } as const
  const isLocked = resolved.sources[sourcePath(place)] === 'policy'
  const choose = (start: string | undefined) =>
    change(
      () => say('changed', settingLabel('sites.startUrl')),
      (stored) => setAt(stored, place, start),
      subjectAt(place),
    )
  const isChosen = choices.some(({ start }) => start === startUrl)
  return (
    <div class="choices">
      <p>{say(isChosen ? 'foundChosen' : 'foundSeveral')}</p>
      <ul hidden={choices.length === 0}>
        {choices.map(({ name, start }) => (
          <li key={`${start} ${name}`}>
            <bdi>{name}</bdi>
            {start === startUrl ? (
              <span class="badge good">{say('chosenProvider')}</span>
            ) : (
              <button type="button" disabled={isLocked} aria-label={say('chooseProvider', name)} onClick={() => choose(start)}>
                {say('choose')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {isChosen && !isLocked && (
        <button type="button" class="link" onClick={() => choose(undefined)}>
          {say('chooseNone')}
        </button>
      )}
    </div>
  )
}
