import { isBag } from '../settings/bag'
import { getJson } from './get-json'
import type { Claims } from './session'

/**
 * What userInfo says of whoever the access token is for; undefined where it does not answer, which is no reason to refuse
 * a verified login. @see https://openid.net/specs/openid-connect-core-1_0.html#UserInfo
 */
export async function readUserInfo(address: string, accessToken: string): Promise<Claims | undefined> {
  const answer = await getJson(address, { authorization: `Bearer ${accessToken}` }).catch(() => undefined)
  const { status = 0, body } = answer ?? {}
  return status === 200 && isBag(body) ? body : undefined
}
