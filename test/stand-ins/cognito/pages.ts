/** What the sign-in page shows. */
export interface LoginPage {
  /** Where the form is sent: `/login` with the request's parameters. */
  readonly action: string
  readonly csrf: string
  /** oidc-provider's name of the request that waits for this sign-in. */
  readonly interaction: string
  readonly username: string
  readonly error: string
  /** The identity provider whose page is played, or none for the pool's own. */
  readonly identityProvider: string | undefined
  /** Other ways to sign in: name and address. */
  readonly links: readonly { name: string; address: string }[]
}

/** The sign-in page. Names of form fields as on the classic page: `_csrf`, `username`, `password`. */
export function loginPage(page: LoginPage): string {
  const where = page.identityProvider ? `Sign in with ${page.identityProvider}` : 'Sign in with your user name and password'
  const links = page.links.map(({ name, address }) => `<p><a href="${escaped(address)}">Continue with ${escaped(name)}</a></p>`)
  return shell(
    'Sign in',
    `<h1>${escaped(where)}</h1>
    ${page.error ? `<p role="alert" id="loginErrorMessage">${escaped(page.error)}</p>` : ''}
    <form name="cognitoSignInForm" method="post" action="${escaped(page.action)}">
      <input type="hidden" name="_csrf" value="${escaped(page.csrf)}">
      <input type="hidden" name="interaction" value="${escaped(page.interaction)}">
      <label>User name <input name="username" autocomplete="username" required autofocus value="${escaped(page.username)}"></label>
      <label>Password <input name="password" type="password" autocomplete="current-password" required></label>
      <button name="signInSubmitButton">Sign in</button>
    </form>
    ${links.join('\n')}`,
  )
}

/** A page with one sentence: errors, and nothing else. */
export function messagePage(message: string): string {
  return shell('Error', `<h1>${escaped(message)}</h1>`)
}

function shell(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <link rel="icon" href="data:,">
    <title>${title}</title>
    <style>
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 22rem; margin: 10vh auto; padding: 0 1rem; color: #16191f; background: #f2f3f3 }
      h1 { font-size: 1.15rem } label { display: block; margin: .8rem 0 } [role=alert] { color: #a01 }
      input { display: block; width: 100%; box-sizing: border-box; padding: .5rem; font: inherit }
      button { padding: .5rem 1.2rem; font: inherit; color: #fff; background: #0b6e8f; border: 0; border-radius: 4px }
    </style>
  </head>
  <body>${body}</body>
</html>
`
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
