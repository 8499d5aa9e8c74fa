import { javaMatch } from '../mapping/matcher'
import { semanticsOf } from '../sso-apps/mapping'
import type { Order } from './judging'

// In a thread of its own, so that a pattern without end can be ended with it.
addEventListener('message', ({ data }: MessageEvent<Order>) => {
  const match = javaMatch()
  postMessage({ id: data.id, verdicts: data.jobs.map(({ ssoApp, input }) => semanticsOf(ssoApp).judge(input, match)) })
})
