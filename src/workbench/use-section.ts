import { useEffect, useRef, useState } from 'preact/hooks'
import { type Section, sections } from './sections'

const named = (hash: string): Section => sections.find(({ id }) => `#${id}` === hash) ?? sections[0]

/** The section that the page's address names. Whoever goes to another one is taken to its heading. */
export function useSection() {
  const [section, setSection] = useState(() => named(location.hash))
  const title = useRef<HTMLHeadingElement>(null)
  const shown = useRef(section)
  useEffect(() => {
    const follow = () => setSection(named(location.hash))
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  useEffect(() => {
    if (shown.current !== section) title.current?.focus()
    shown.current = section
  }, [section])
  return { section, title }
}
