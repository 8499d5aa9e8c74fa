import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Settings } from '../settings/catalog'
import { type Section, sections, sectionsIn } from './sections'

const named = (hash: string, settings: Settings): Section => sectionsIn(settings).find(({ id }) => `#${id}` === hash) ?? sections[0]

/** The section that the page's address names. Whoever goes to another one is taken to its heading. */
export function useSection(settings: Settings) {
  const [hash, setHash] = useState(location.hash)
  const section = named(hash, settings)
  const title = useRef<HTMLHeadingElement>(null)
  const shown = useRef(section)
  // Not an effect that waits for the first painting: links may be followed before it.
  useLayoutEffect(() => {
    const follow = () => setHash(location.hash)
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  useEffect(() => {
    if (shown.current !== section) title.current?.focus()
    shown.current = section
  }, [section])
  return { section, title }
}
