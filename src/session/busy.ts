/** Whether an HTTP status says that the same request may do better later. @see https://www.rfc-editor.org/rfc/rfc6585#section-4 */
export const busy = (status: number): boolean => status === 429 || status >= 500
