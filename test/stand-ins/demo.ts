import { signedOutAddress } from '../../src/session/sign-out'
import { cognitoStandIn } from './cognito'
import { type ConfluenceStandIn, confluenceStandIn } from './confluence'
import { demoPassword, personNamed } from './people'
import { startWorld, type World } from './world'

/** Settings as Latchkey stores them. */
export interface DemoSettings {
  readonly version: 1
  readonly sites: readonly object[]
  readonly providers: readonly object[]
}

/** The guide's own example of a group mapping, and the usual names. */
const mapping = {
  username: 'cognito:username',
  email: 'email',
  fullName: 'name',
  groups: { rules: [{ confluenceGroup: 'confluence-users', when: 'dev-ops;dev' }] },
}

/** A wiki and a user pool that know each other, and all that a demonstration needs to know of them. */
export interface DemoWorld {
  readonly world: World
  readonly confluence: ConfluenceStandIn
  readonly siteHost: string
  /** Host of the pool's sign-in pages. */
  readonly domain: string
  /** Latchkey's settings for it: straight to sign-in. */
  readonly settings: DemoSettings
  /** Match patterns of the hosts on which Latchkey acts. */
  readonly hosts: readonly string[]
  /** A page for signed-in people, with an anchor. */
  readonly deepLink: string
  readonly person: { readonly username: string; readonly password: string; readonly name: string; readonly email: string }
}

/** Where sign-in ends in each browser, for the ids that manifest.json and vite.config.ts give the extension. */
const callbacks = [
  'https://ihlhkijmjaemjamilopcpkakagpcphao.chromiumapp.org/',
  'https://bae1b49efb3234f3878b25c10c1f5eced9e067f6.extensions.allizom.org/',
]

/** Starts Confluence with miniOrange's app and an AWS Cognito user pool on loopback. */
export async function startDemoWorld(): Promise<DemoWorld> {
  const site = 'https://wiki.acme.example/confluence/'
  const cognito = cognitoStandIn({
    publicRedirectUris: callbacks,
    confidentialRedirectUris: [`${site}plugins/servlet/oauth/callback`],
    logoutUris: callbacks.map(signedOutAddress),
  })
  let confluence: ConfluenceStandIn | undefined
  const world = await startWorld((fetch) => {
    confluence = confluenceStandIn({ fetch })
    return [cognito, confluence]
  })
  if (!confluence) throw new Error('no wiki was built')
  const { region, userPoolId, domainHost: domain, clients } = cognito.pool
  const ann = personNamed('ann')
  return {
    world,
    confluence,
    siteHost: new URL(site).host,
    domain,
    settings: {
      version: 1,
      sites: [{ baseUrl: site, name: 'Acme Wiki', onLoginPage: 'redirect', mapping }],
      providers: [{ id: 'acme', kind: 'cognito', region, userPoolId, domain, clientId: clients.find(({ secret }) => !secret)?.id }],
    },
    hosts: [`https://${new URL(site).host}/*`, `https://${domain}/*`],
    deepLink: `${site}display/DS/Harbour+rota#Timeline`,
    person: { username: ann.username, password: demoPassword, name: String(ann.attributes.name), email: String(ann.attributes.email) },
  }
}
