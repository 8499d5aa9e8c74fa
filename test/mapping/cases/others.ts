import { ann, type Case } from './case'

/** Apps of whose mapping nothing is known. */
export const cases: readonly Case[] = [
  {
    title: 'the verdict on an unknown app says that it is a guess',
    fact: 'nothing',
    settings: { groups: { rules: [{ confluenceGroup: 'Developers', when: 'dev' }] } },
    expected: { outcome: 'created', account: 'ann', groups: ['developers'], rules: ['matched dev'], cautions: ['unverified-app'] },
  },
  {
    title: 'an unknown app lets nobody in who has no name',
    fact: 'nothing',
    claims: { sub: 'x' },
    expected: { outcome: 'refused', refusal: { code: 'nothing-to-go-by' }, groups: [] },
  },
  {
    title: 'an unknown app reads groups from a list or a text',
    fact: 'nothing',
    claims: { ...ann, 'cognito:groups': 'dev' },
    settings: { groups: { rules: [{ confluenceGroup: 'developers', when: 'dev' }] } },
    expected: { groups: ['developers'] },
  },
]
