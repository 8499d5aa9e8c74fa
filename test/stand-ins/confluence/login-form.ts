import { escaped, scripted } from './pages'

/** What the sign-in form shows. */
export interface LoginForm {
  readonly contextPath: string
  readonly destination: string
  readonly error: string
  /** A sentence above the form. */
  readonly notice: string
}

/** Confluence's form up to 9.x: fields in the page as it comes. */
export function legacyForm({ contextPath, destination, error, notice }: LoginForm): string {
  return `<div id="login-container"><div class="login-section">
<h1>Log in</h1>
<div id="action-messages">${messages(notice, error)}</div>
<form name="loginform" method="POST" action="${contextPath}/dologin.action" class="aui login-form-container">
<fieldset class="compact-form-fields">
<div class="field-group"><label for="os_username">Username</label><input type="text" name="os_username" id="os_username" class="text" autocomplete="username" autofocus></div>
<div class="field-group"><label for="os_password">Password</label><input type="password" name="os_password" id="os_password" class="password" autocomplete="current-password"></div>
<div class="field-group"><input type="checkbox" name="os_cookie" id="os_cookie" value="true"> Remember me</div>
<div class="field-group"><input id="loginButton" class="aui-button aui-button-primary" name="login" type="submit" value="Log in"></div>
<a id="forgot-password" href="${contextPath}/forgotuserpassword.action">Forgot your password?</a>
</fieldset>
<input type="hidden" name="os_destination" value="${escaped(destination)}">
</form>
</div></div>
<div id="sidebar-container"></div>`
}

/** Confluence 10's form: nothing in the page but a place for it; a script brings the fields after the page has loaded. */
export function twoStepForm({ contextPath, destination, error, notice }: LoginForm): string {
  const start = { address: `${contextPath}/rest/tsv/1.0/authenticate?os_authType=none`, destination }
  return `<div id="action-messages">${messages(notice, error)}</div>
<div id="sidebar-container"></div>
<template id="late">
<h1>Log in</h1>
<form id="new-experience">
<div class="field-group"><label for="username-field">Username</label><input type="text" id="username-field" autocomplete="username"></div>
<div class="field-group"><label for="password-field">Password</label><input type="password" id="password-field" autocomplete="current-password"></div>
<button id="login-button" class="aui-button aui-button-primary" type="submit">Continue</button>
</form>
</template>
<script>(${bringForm})(${scripted(start)})</script>`
}

function messages(notice: string, error: string): string {
  const shown = notice ? `<div class="aui-message aui-message-info">${escaped(notice)}</div>` : ''
  return error ? `${shown}<div class="aui-message aui-message-error">${escaped(error)}</div>` : shown
}

// Runs in the page. Unverified: the answer's shape; any 2xx counts as success.
const bringForm = `function ({ address, destination }) {
  const by = (id) => document.getElementById(id)
  addEventListener('load', () => setTimeout(() => {
    by('sidebar-container').append(by('late').content)
    by('new-experience').addEventListener('submit', async (event) => {
      event.preventDefault()
      const typed = { username: by('username-field').value, password: by('password-field').value }
      const body = JSON.stringify({ ...typed, rememberMe: false, targetUrl: destination })
      const answer = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
      const { targetUrl } = await answer.json()
      if (answer.ok) return location.assign(targetUrl)
      by('action-messages').innerHTML = '<div class="aui-message aui-message-error">We couldn’t log you in. Check your username and password.</div>'
    })
  }, 150))
}`
