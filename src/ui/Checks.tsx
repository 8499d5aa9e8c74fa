import type { Stated } from '../session/stated'
import type { Check } from '../session/verify'
import { checkLabel, checkMeaning, statedInWords } from './check-words'
import { Icon } from './Icon'
import { say } from './words'

const failedFirst = (checks: readonly Check[]) => [...checks].sort((one, other) => Number(one.passed) - Number(other.passed))

/** Every check of a token, those that failed first, with what was wanted where it was not found. */
export const Checks = ({ checks }: { readonly checks: readonly Check[] }) => (
  <table>
    <caption class="unseen">{say('checksCaption')}</caption>
    <thead class="unseen">
      <tr>
        <th scope="col">{say('checkName')}</th>
        <th scope="col">{say('checkResult')}</th>
      </tr>
    </thead>
    <tbody>
      {failedFirst(checks).map((check) => (
        <tr key={check.name} class={check.passed ? 'passed' : 'failed'}>
          <th scope="row" abbr={checkLabel(check.name)}>
            {checkLabel(check.name)} <small>{checkMeaning(check.name)}</small>
          </th>
          <td>
            <span class="result">
              <Icon name={check.passed ? 'tick' : 'cross'} /> {say(check.passed ? 'checkPassed' : 'checkFailed')}
            </span>
            <CheckValues check={check} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** What was wanted is of interest where it was not found. */
const CheckValues = ({ check: { passed, wanted, found } }: { readonly check: Check }) => (
  <dl class="values">
    {!passed && wanted && (
      <div>
        <dt>{say('checkWanted')}</dt>
        <dd class={fontOf(wanted)}>{statedInWords(wanted)}</dd>
      </div>
    )}
    {found && (
      <div>
        <dt>{say('checkFound')}</dt>
        <dd class={fontOf(found)}>{statedInWords(found)}</dd>
      </div>
    )}
  </dl>
)

/** Values stand in the font of code, words in that of words. */
const fontOf = (what: Stated) => (typeof what === 'string' ? undefined : 'words')
