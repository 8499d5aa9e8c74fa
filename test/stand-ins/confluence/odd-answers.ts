import type { Exchange } from './exchange'

/** What stands between a wiki and whoever asks it, or speaks in its place. */
export type OddAnswer = 'page' | 'nothing' | 'endless' | 'silence' | 'redirect' | 'mischief' | 'unavailable'

/** Answers a question about SSO in the place of the wiki's own apps. */
export function answerOddly({ base, send, redirect, json, hold }: Exchange, odd: OddAnswer): void {
  const answers: { readonly [O in OddAnswer]: () => void } = {
    page: () => send(200, 'text/html', '<!DOCTYPE html><title>Acme firewall</title><p>Please accept the terms of use.</p>'),
    nothing: () => send(200, 'application/json', ''),
    endless: () => send(200, 'application/json', `{"results":"${'x'.repeat(20 * 1024 * 1024)}"}`),
    silence: hold,
    redirect: () => redirect(`${base}/login.action?os_destination=%2Frest`),
    mischief: () => json(mischief),
    unavailable: () => send(503, 'text/html', '<h1>Confluence is being upgraded</h1>'),
  }
  answers[odd]()
}

/** Both apps' answers in one, each leading astray. */
const mischief = {
  results: [
    {
      type: 'IDP',
      id: '../../logout.action?',
      'login-link': 'https://evil.example/plugins/servlet/external-login/1',
      buttonText: 'x'.repeat(900_000),
    },
    {
      type: 'IDP',
      id: { toString: 1 },
      loginLink: 'javascript:alert(1)//plugins/servlet/external-login/1',
      'button-text': '\u202e\u0000evil',
    },
  ],
  backdoorKey: 'os_destination',
  backdoorValue: '/',
  loginButtonText: { length: 1e9 },
  configured: 'yes',
  ['__proto__']: { start: '//evil.example/' },
}
