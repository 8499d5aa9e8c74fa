/**
 * A document's own member: on the document itself, an element with such a name would stand in its place.
 * @see https://html.spec.whatwg.org/multipage/dom.html#dom-document-nameditem-filter
 */
export function own<K extends keyof Document>(document: Document, name: K): Document[K] {
  const value = Reflect.get(Object.getPrototypeOf(document) as Document, name, document)
  return typeof value === 'function' ? value.bind(document) : value
}

/** The first of the selectors that fits something in the document. Most often none does, which takes one walk through it, not one for each. */
export const firstFit = (document: Document, selectors: readonly string[]): string | undefined =>
  selectors.length && fits(document, selectors.join()) ? selectors.find((selector) => fits(document, selector)) : undefined

const fits = (document: Document, selector: string): boolean => own(document, 'querySelector')(selector) !== null
