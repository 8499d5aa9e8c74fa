import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type MiniOrangeGroupRules, miniOrangeDefaults } from './miniorange/settings'
import { meta } from './rendered'
import { type WikiScene, wikiScene } from './scene'

let scene: WikiScene
beforeAll(async () => {
  scene = await wikiScene()
})
afterAll(() => scene.world.close())
afterEach(() => {
  scene.configure({})
  scene.wiki.endSessions()
})

describe('miniOrange maps', () => {
  const arriving = (username: string) => scene.arrive(scene.newVisitor(), scene.at('/plugins/servlet/oauth/auth'), username)
  const userOf = async (username: string) => meta((await arriving(username)).text, 'ajs-remote-user')
  const groups = (more: Partial<MiniOrangeGroupRules>) => ({ groups: { ...miniOrangeDefaults().groups, disabled: false, ...more } })

  test('the user name, cut by a regular expression and kept in lower case', async () => {
    scene.configure({ miniorange: { usernameAttribute: 'email', usernameRegex: '^.*?(?=@)' } })
    expect(await userOf('BOB')).toBe('bob')
    scene.configure({ miniorange: { usernameAttribute: 'email', usernameRegex: '^(.)[^@]*@(.)' } })
    expect(await userOf('uma')).toBe('ua')
  })

  test('groups by rows that nobody trims, and takes mapped groups from whoever brings none', async () => {
    scene.configure({
      miniorange: groups({
        mode: 'manual',
        manual: [
          { group: 'ops', idpGroups: 'nobody; dev' },
          { group: 'dev', idpGroups: 'x;dev' },
        ],
      }),
    })
    await arriving('wang')
    expect(scene.wiki.groupsOf('wang')).toEqual(['confluence-users', 'dev'])
    scene.configure({ miniorange: groups({ mode: 'manual', manual: [{ group: 'confluence-users', idpGroups: 'x' }] }) })
    await arriving('noah')
    expect(scene.wiki.groupsOf('noah')).toEqual([])
  })

  test('groups as they come, filtered, renamed and in lower case', async () => {
    const filter = { kind: 'starts with', value: 'D' } as const
    scene.configure({
      miniorange: groups({ mode: 'on-the-fly', keepExisting: true, filter, replace: { pattern: '^(D)(e)(v)$', by: '$1$3' } }),
    })
    await arriving('BOB')
    expect(scene.wiki.groupsOf('bob')).toEqual(['confluence-users', 'dv'])
  })

  test('nobody it should not: each refusal is the SSO Error page with its code', async () => {
    const refusals = [
      [{ allowedDomains: 'acme.example; ACME.EXAMPLE' }, 'eve', 'USER_DOMAIN_NOT_ALLOWED'],
      [{ disableUserCreation: true }, 'olga', 'USER_NOT_FOUND'],
      [{ usernameAttribute: 'nickname' }, 'olga', 'SSO_AUTHENTICATION_FAILED'],
      [groups({ mode: 'manual', manual: [], restrictCreation: true }), 'olga', 'UNAUTHORIZED_USER_LOGIN'],
    ] as const
    for (const [miniorange, username, code] of refusals) {
      scene.configure({ miniorange })
      const { text } = await arriving(username)
      expect(text).toContain('<title>SSO Error')
      expect(text).toContain(code)
    }
    scene.configure({ oidc: { clientSecret: 'wrong' } })
    expect((await arriving('ann')).text).toContain('invalid_client')
  })
})
