import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest'
import cognito from '../../src/providers/cognito'
import type { Wish } from '../../src/session/begin'
import type { SignInPorts } from '../../src/session/ports'
import { signIn } from '../../src/session/sign-in'
import { settingsOf } from '../providers/provider'
import type { CognitoOptions } from '../stand-ins/cognito/pool'
import { callback, cognitoScene, type Scene } from '../stand-ins/cognito/scene'
import { personNamed } from '../stand-ins/people'
import { fetchOver, portsFor } from './browser-ports'

/** Sign-ins at the stand-in of Cognito, one world for a whole file of tests. */
export function cognitoAttempts(options: CognitoOptions = {}) {
  let scene: Scene
  beforeAll(async () => {
    scene = await cognitoScene(options)
  })
  afterAll(() => scene.world.close())
  beforeEach(() => {
    vi.stubGlobal('fetch', fetchOver(scene.world.fetch))
    scene.world.visits.length = 0
  })
  afterEach(() => vi.unstubAllGlobals())

  /** A person who signs in at the page that is shown to them. */
  const person = (username: string) => async (url: string) => {
    const { address } = await scene.newVisitor().signIn(url, personNamed(username, scene.cognito.pool.people))
    return address.href
  }
  /** A browser of one person: `signIn` fills in the page that is shown, `visit` only follows where it leads. */
  const somebody = () => {
    const visitor = scene.newVisitor()
    return {
      signIn: async (url: string) => (await visitor.signIn(url, personNamed('ann', scene.cognito.pool.people))).address.href,
      visit: async (url: string) => (await visitor.travel(url)).address.href,
    }
  }
  const settingsWith = (over: object = {}) => settingsOf({ ...pool, clientId: scene.cognito.pool.clients[0]?.id ?? '', ...over })
  return {
    person,
    somebody,
    settingsWith,
    cognito: () => scene.cognito,
    /** How many requests came for a path with this in it; and forgetting them. */
    visited: (part: string) => scene.world.visits.filter(({ path }) => path.includes(part)).length,
    forgetVisits: () => void scene.world.visits.splice(0),
    async attempt(over: object = {}, visit = person('ann'), ports: Partial<SignInPorts> = {}, wish?: Wish) {
      const given = portsFor(callback, visit, ports)
      return { outcome: await signIn(settingsWith(over), cognito, given.ports, wish), ...given }
    },
  }
}

const pool = { id: 'acme', region: 'eu-west-1', userPoolId: 'eu-west-1_AbCdEf123', domain: 'acme.auth.eu-west-1.amazoncognito.com' }
