import type { KnownApp } from '../login-page/door-of-site'
import type { SiteSettings } from '../settings/catalog'
import { listOf } from '../ui/list-words'
import { settingLabel } from '../ui/setting-words'
import { say } from '../ui/words'
import { factsOf, overrulingOf } from './found-facts'

interface Props {
  readonly site: SiteSettings
  readonly known: KnownApp
}

/** What was found out, point by point, and which settings count in its place. */
export function FoundFacts({ site, known }: Props) {
  const overruling = overrulingOf(site, known).map((path) => settingLabel(`sites.${path}`))
  return (
    <>
      <dl class="facts">
        {factsOf(known, site).map(({ label, value, isUsual }) => (
          <div key={label}>
            <dt>{say(label)}</dt>
            <dd>
              {'text' in value ? (
                <bdi>{value.text}</bdi>
              ) : (
                <span class={value.message === 'foundUntold' ? 'untold' : undefined}>{say(value.message)}</span>
              )}{' '}
              {isUsual && <span class="badge quiet">{say('foundUsual')}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {overruling.length > 0 && <p class="muted">{say('foundOverruled', listOf(overruling))}</p>}
    </>
  )
}
