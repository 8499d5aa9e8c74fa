import type { SignIn } from '../ui/use-sign-in'
import { say } from '../ui/words'
import type { OtherAccount } from './sign-in-state'

interface Props {
  readonly others: readonly OtherAccount[]
  readonly order: SignIn
  /** The sign-in of the account in front has run out. */
  readonly isOver: boolean
}

/** Whoever else has signed in at the same provider, and the ways to sign in again or as somebody else. */
export const OtherAccounts = ({ others, order, isOver }: Props) => (
  <>
    {isOver && (
      <div class="actions">
        <button type="button" class="primary" onClick={order.signIn}>
          {say('signInAgain')}
        </button>
        <Another order={order} />
      </div>
    )}
    {others.length > 0 && (
      <div class="others">
        <h3>{say('otherAccounts')}</h3>
        <ul>
          {others.map(({ sub, person }) => (
            <li key={sub}>
              <button type="button" class="link" onClick={() => order.choose(sub)}>
                {person.name ?? say('nobodyNamed')}
              </button>
            </li>
          ))}
        </ul>
        {!isOver && <Another order={order} look="link" />}
      </div>
    )}
    {!isOver && others.length === 0 && <Another order={order} look="link" />}
  </>
)

const Another = ({ order, look }: { readonly order: SignIn; readonly look?: string }) => (
  <button type="button" class={look} onClick={order.signInAsAnother}>
    {say('anotherAccount')}
  </button>
)
