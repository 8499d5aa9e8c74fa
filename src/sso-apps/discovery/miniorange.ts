import { flagAt, shownText, textAt } from '../../setup/untrusted'
import type { Discovery } from '../contract'
import { signs } from '../miniorange'

/** The login page's own settings, served to anybody. Seen in version 1.1.28; later versions may keep them to themselves. */
const discovery: Discovery = {
  ssoApp: signs.id,
  path: 'plugins/servlet/oauth/getconfig',
  read(answer) {
    const marks = ['loginButtonText', 'enableOAuthSSO', 'disableDefaultLogin', 'backdoorEnabled', 'backdoorKey']
    if (!marks.some((key) => textAt(answer, key) !== undefined || flagAt(answer, key) !== undefined)) return undefined
    if (flagAt(answer, 'configured') === false || flagAt(answer, 'enableOAuthSSO') === false) return 'switched-off'
    const buttonText = shownText(textAt(answer, 'loginButtonText'))
    const backdoor = backdoorIn(answer)
    return {
      ssoApp: signs.id,
      serverRedirects: flagAt(answer, 'disableDefaultLogin') === true,
      ...(buttonText && { buttonText }),
      ...(backdoor !== undefined && { backdoor }),
    }
  },
}

export default discovery

const longestParameter = 128 // characters, of a key or a value

function backdoorIn(answer: unknown): string | null | undefined {
  if (flagAt(answer, 'backdoorEnabled') === false) return null
  const [key, value = ''] = [textAt(answer, 'backdoorKey'), textAt(answer, 'backdoorValue')]
  if (!key || key.length > longestParameter || value.length > longestParameter) return undefined
  const parameter = new URLSearchParams({ [key]: value }).toString()
  return value ? parameter : parameter.slice(0, -1)
}
