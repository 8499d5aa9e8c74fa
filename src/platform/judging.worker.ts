import { javaMatch } from '../mapping/matcher'
import { semanticsOf } from '../sso-apps/mapping'
import type { Job } from './judging'

// In a thread of its own, so that a pattern without end can be ended with it.
addEventListener('message', ({ data }: MessageEvent<readonly Job[]>) => {
  const match = javaMatch()
  postMessage(data.map(({ ssoApp, input }) => semanticsOf(ssoApp).judge(input, match)))
})
postMessage('ready')
