import { useEffect, useMemo, useState } from 'preact/hooks'
import { pastedSubject, type Subject, type TokenTexts } from '../../claims/subject'
import type { Problem } from '../../problem'
import { providers } from '../../providers'
import { judgePasted, type Voucher, voucherFor } from '../../session/judge-pasted'
import type { Verification } from '../../session/verify'
import type { Settings } from '../../settings/catalog'

/** How the verification of a pasted token stands. */
type Verifying =
  | { readonly phase: 'asking' }
  | { readonly phase: 'done'; readonly verification: Verification }
  | { readonly phase: 'failed'; readonly problem: Problem }

const asking: Verifying = { phase: 'asking' }

/** A pasted token on the workbench. It is in this page's memory and nowhere else. */
export interface Pasting {
  readonly pasted?: Subject
  /** Who can vouch for it. */
  readonly voucher?: Voucher
  readonly verifying?: Verifying
  readonly paste: (tokens: TokenTexts) => void
  /** Asks its issuer for keys and verifies it. */
  readonly verify: () => void
  readonly forget: () => void
}

/** Takes pasted tokens; verifies them at once where a pool of the settings issued them. */
export function usePasting(settings: Settings): Pasting {
  const [tokens, paste] = useState<TokenTexts>()
  const [judged, setJudged] = useState<{ readonly by: Voucher; readonly is: Verifying }>()
  const jwt = tokens?.id ?? tokens?.access
  const voucher = useMemo(
    () => (jwt === undefined ? undefined : voucherFor(jwt, settings.providers, providers)),
    [jwt, JSON.stringify(settings.providers)],
  )
  const verifying = judged && judged.by === voucher ? judged.is : voucher?.kind === 'configured' ? asking : undefined
  const verify = () => {
    if (jwt === undefined || !voucher || voucher.kind === 'unknown') return
    setJudged({ by: voucher, is: asking })
    void judgePasted(jwt, voucher, Date.now() / 1000).then((came) => {
      const is: Verifying = 'problem' in came ? { phase: 'failed', ...came } : { phase: 'done', verification: came }
      // Another token may have been pasted meanwhile.
      setJudged((now) => (now?.by === voucher ? { by: voucher, is } : now))
    })
  }
  useEffect(() => {
    if (voucher?.kind === 'configured') verify()
  }, [voucher])
  const verification = verifying?.phase === 'done' ? verifying.verification : undefined
  const pasted = useMemo(
    () =>
      tokens && {
        ...pastedSubject(tokens),
        ...(voucher?.kind === 'configured' && { provider: voucher.settings.id }),
        ...(verification && { verification }),
      },
    [tokens, voucher, verification],
  )
  return {
    ...(pasted && { pasted }),
    ...(voucher && { voucher }),
    ...(verifying && { verifying }),
    paste,
    verify,
    forget: () => paste(undefined),
  }
}
