import { catalog } from '../settings/catalog'
import { pathsOf } from '../settings/place'
import { settingHelp, settingLabel } from '../ui/setting-words'
import { say } from '../ui/words'
import { Field } from './Field'

/** How Latchkey looks, and which of its parts are there. */
export const AppearanceSection = () => (
  <section id="appearance" aria-labelledby="appearance-title">
    <h2 id="appearance-title">{say('appearanceTitle')}</h2>
    <div class="card">
      <Fields of="appearance" />
      <details class="group">
        <summary>{settingLabel('features')}</summary>
        <p class="help">{settingHelp('features')}</p>
        <Fields of="features" />
      </details>
    </div>
  </section>
)

const Fields = ({ of }: { readonly of: 'appearance' | 'features' }) => (
  <div class="fields">
    {pathsOf(catalog[of].fields, `${of}.`).map((path) => (
      <Field key={path} place={{ path }} />
    ))}
  </div>
)
