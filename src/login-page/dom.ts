/**
 * A document's own member: on the document itself, an element with such a name would stand in its place.
 * @see https://html.spec.whatwg.org/multipage/dom.html#dom-document-nameditem-filter
 */
export function own<K extends keyof Document>(document: Document, name: K): Document[K] {
  const value = Reflect.get(Object.getPrototypeOf(document) as Document, name, document)
  return typeof value === 'function' ? value.bind(document) : value
}

/** The first element that fits a selector. */
export const find = (document: Document, selector: string) => own(document, 'querySelector')<HTMLElement>(selector)

/** The first of the selectors that fits something in the document. */
export const firstFit = (document: Document, selectors: readonly string[]): string | undefined =>
  selectors.find((selector) => find(document, selector))
