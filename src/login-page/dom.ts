type Method = 'querySelector' | 'querySelectorAll' | 'createElement'

/**
 * A document's own method: on the document itself, an element with such a name would stand in its place.
 * @see https://html.spec.whatwg.org/multipage/dom.html#dom-document-nameditem-filter
 */
export const own = <M extends Method>(document: Document, method: M): Document[M] =>
  (Object.getPrototypeOf(document) as Document)[method].bind(document) as Document[M]

/** The first of the selectors that fits something in the document. */
export const firstFit = (document: Document | undefined, selectors: readonly string[]): string | undefined =>
  document && selectors.find((selector) => own(document, 'querySelector')(selector))
