/** Puts a link to SSO into the login form, dressed as the form's own button; waits for a form that is rendered late. */
export function offer(to: string, text: string): void {
  if (place(to, text)) return
  const observer = new MutationObserver(() => {
    if (place(to, text)) observer.disconnect()
  })
  observer.observe(document.documentElement, { childList: true, subtree: true })
}

const ours = 'data-latchkey-offer'

function place(to: string, text: string): boolean {
  if (document.querySelector(`[${ours}]`)) return true
  const submit = document.querySelector<HTMLElement>('#loginButton, #login-button, #authenticateButton') ?? submitOf(document)
  if (!submit) return false
  submit.before(link(to, text, submit.className))
  return true
}

/** The button that sends the form with the password, or the first step of one that asks for it later. */
function submitOf(document: Document): HTMLElement | null {
  const field = document.querySelector<HTMLInputElement>('input[type="password"], #username-field')
  return field?.form?.querySelector<HTMLElement>('button[type="submit"], input[type="submit"], button:not([type])') ?? null
}

function link(to: string, text: string, className: string): HTMLElement {
  const line = document.createElement('div')
  line.setAttribute(ours, '')
  const anchor = document.createElement('a')
  anchor.href = to
  anchor.textContent = text
  anchor.className = className || ''
  Object.assign(line.style, { margin: '0 0 12px' })
  Object.assign(anchor.style, { display: 'inline-block', textDecoration: 'none', boxSizing: 'border-box' })
  if (!className) Object.assign(anchor.style, plain)
  line.append(anchor)
  return line
}

/** For forms whose button has no class to borrow: readable on light and on dark. */
const plain = { padding: '8px 14px', borderRadius: '4px', background: '#0052cc', color: '#fff', font: 'inherit', fontWeight: '600' }
