import { say } from '../ui/words'
import { Field } from './Field'

/** How Latchkey looks. */
export const AppearanceSection = () => (
  <section id="appearance" aria-labelledby="appearance-title">
    <h2 id="appearance-title">{say('appearanceTitle')}</h2>
    <div class="card fields">
      <Field place={{ path: 'appearance.theme' }} />
      <Field place={{ path: 'appearance.language' }} />
    </div>
  </section>
)
