import { asExactJson } from '../claims/exact-json'
import type { TokenTexts } from '../claims/subject'
import { headerOf } from '../session/token'
import { say } from '../ui/words'
import { sourceInWords } from './claim-words'

/** How tokens say that they were signed: by which algorithm, with which key. It opens nothing. */
export const TokenHeaders = ({ tokens }: { readonly tokens: TokenTexts }) => (
  <>
    {(['id', 'access'] as const).map((source) => {
      const header = headerOf(tokens[source] ?? '')
      return (
        header && (
          <p key={source} class="muted">
            {say('tokenHeader', sourceInWords(source))} <code>{asExactJson(header)}</code>
          </p>
        )
      )
    })}
  </>
)
