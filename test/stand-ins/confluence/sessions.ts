import { randomBytes } from 'node:crypto'

/** A sign-in at the identity provider that has not come back yet. */
export interface Pending {
  readonly nonce: string
  readonly destination: string
}

/** One JSESSIONID. */
export interface Session {
  readonly id: string
  /** Nobody yet when left out. */
  readonly username?: string
  readonly signedInBy?: 'form' | 'sso'
  /** The administrator's second sign-in ("websudo") is done. */
  elevated: boolean
  /** Of the built-in SSO, by `state`. */
  readonly pending: Map<string, Pending>
}

/** Sessions in memory: a restart signs everybody out. */
export interface Sessions {
  find(id: string | undefined): Session | undefined
  open(who?: Pick<Session, 'username' | 'signedInBy'> & { elevated?: boolean }): Session
  end(id: string): void
  endAll(): void
}

/** No session at first. */
export function memorySessions(): Sessions {
  const live = new Map<string, Session>()
  return {
    find: (id = '') => live.get(id),
    open(who = {}) {
      const session: Session = { elevated: false, ...who, id: randomBytes(16).toString('hex').toUpperCase(), pending: new Map() }
      live.set(session.id, session)
      return session
    },
    end: (id) => void live.delete(id),
    endAll: () => live.clear(),
  }
}
