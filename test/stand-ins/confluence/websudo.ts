import { escaped } from './pages'

/** The administrator's second sign-in. */
export function websudoForm(contextPath: string, destination: string, refused: boolean): string {
  const error = refused ? '<div class="aui-message aui-message-error">The password is not correct.</div>' : ''
  return `<div id="login-container"><h1>Administrator Access</h1>
<div id="action-messages">${error}</div>
<p>You are entering the administration. Please confirm your password.</p>
<form method="POST" action="${contextPath}/doauthenticate.action" class="aui">
<div class="field-group"><label for="password">Password</label><input type="password" id="password" name="password" autocomplete="current-password"></div>
<input type="hidden" name="destination" value="${escaped(destination)}">
<input type="submit" id="authenticateButton" class="aui-button aui-button-primary" name="authenticate" value="Confirm">
</form></div>`
}
