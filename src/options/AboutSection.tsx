import { ownVersion } from '../platform/own-package'
import { say } from '../ui/words'

/** Which version this is, and what it promises. */
export const AboutSection = () => (
  <section id="about" aria-labelledby="about-title">
    <h2 id="about-title">{say('aboutTitle')}</h2>
    <div class="card">
      <p>
        <strong>{say('extensionName')}</strong> <span class="muted">{say('aboutVersion', ownVersion())}</span>
      </p>
      <p>{say('extensionDescription')}</p>
      <p class="muted">{say('aboutPrivacy')}</p>
      <p class="muted">{say('aboutHelp')}</p>
    </div>
  </section>
)
