import { expect, test } from 'vitest'
import { meantBy } from '../../src/setup/pasted-text'

const page = 'https://wiki.acme.com/display/DS'

test.each<[string, string, string]>([
  ['an address as it is', page, page],
  ['an address among words', `Our wiki: ${page}, see there`, page],
  ['an address between angle brackets, as in a mail', `<${page}>`, page],
  ['a link in Markdown', `[Wiki](${page})`, page],
  ['a link in Confluence’s own markup', `[Wiki|${page}]`, page],
  ['a link that a chat made bold', `*${page}*`, page],
  ['an address between quotation marks', `"${page}"`, page],
  ['… that a word processor has bent', `“${page}”`, page],
  ['… of other languages', `„${page}“`, page],
  ['… or single ones', `'${page}'`, page],
  ['an address at the end of a sentence', `${page}.`, page],
  ['an address with what nobody can see', `\u200b${page}\u200b\ufeff`, page],
  ['a scheme written twice', `https://${page}`, page],
  ['a slash too few', page.replace('//', '/'), page],
  ['a colon too few', page.replace('://', '//'), page],
  ['an IPv6 address', 'https://[::1]:8443/', 'https://[::1]:8443/'],
  ['an IPv6 address alone', '[::1]', '[::1]'],
  ['an address within an address', `https://a.example/login?redirect_uri=${page}`, `https://a.example/login?redirect_uri=${page}`],
  ['a value of a configuration file', ' "eu-west-1_AbCdEf123",', 'eu-west-1_AbCdEf123'],
  ['a name in code', '`acme`', 'acme'],
  ['a name with white space around it', '\u00a0acme\t', 'acme'],
  ['a host and its port', 'wiki.acme.com:8443', 'wiki.acme.com:8443'],
  ['nothing', ' ', ''],
])('%s is taken out of what stands around it', (_, text, meant) => {
  expect(meantBy(text)).toBe(meant)
})

test.each(['https://wiki acme.com', 'https://wiki. acme.com/confluence', 'https://wiki.acme .com/', 'Our wiki: https://wiki acme.com'])(
  '“%s” has a blank in its host: no other host is made of what stands before it',
  (text) => {
    expect(meantBy(text)).toBe(text)
  },
)

test.each<[string, string]>([
  ['https://wiki is ours', 'https://wiki'],
  ['https://wiki/ acme.com', 'https://wiki/'],
  ['https://wiki (wiki.acme.com)', 'https://wiki'],
  ['https://wiki.acme.com docs.acme.com', 'https://wiki.acme.com'],
  ['https://wiki.acme.com ...', 'https://wiki.acme.com'],
])('“%s” is an address and words behind it', (text, meant) => {
  expect(meantBy(text)).toBe(meant)
})
