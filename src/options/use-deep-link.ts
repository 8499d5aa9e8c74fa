import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import { type DeepLink, deepLink } from './deep-link'

/** What the page's own address names, kept up to date; goes there once the sections are drawn, since the browser looked too early. */
export function useDeepLink(): DeepLink {
  const [link, setLink] = useState(() => deepLink(location.hash))
  // Not an effect that waits for the first painting: links may be followed before it.
  useLayoutEffect(() => {
    const follow = () => setLink(deepLink(location.hash))
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  useEffect(() => {
    if (!link.section) return
    if (!link.check) document.getElementById(link.section)?.scrollIntoView()
    if (link.add) document.getElementById('add-site')?.focus()
  }, [link])
  return link
}
