/**
 * Types a text at the cursor of the field that has the focus, over whatever is selected there, so that the page hears of it and Undo takes
 * it back. Runs in pages, where it has nothing but its arguments.
 */
export function insertText(text: string): void {
  let field = document.activeElement
  while (field?.shadowRoot?.activeElement) field = field.shadowRoot.activeElement
  // Deprecated, and the only way that keeps Undo and is heard by every framework.
  if (document.execCommand('insertText', false, text)) return
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) || field.readOnly || field.disabled) return
  field.setRangeText(text, field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length, 'end')
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }))
}
