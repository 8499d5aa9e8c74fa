import { expect, test } from 'vitest'
import { inShell, run } from '../../scripts/run.mjs'

test('a command that only Windows’ shell starts reaches it in words, also from a folder with a blank in its name', () => {
  const vite = String.raw`C:\Users\Ann Lee\latchkey\node_modules/.bin/vite`
  expect(inShell([vite, 'build', '--outDir', String.raw`D:\My files`])).toBe(`"${vite}" "build" "--outDir" "D:\\My files"`)
})

test('a command ends with its code and what it said, and one that is not there with 127', async () => {
  const script = 'process.stdout.write(process.argv[1]); process.exit(3)'
  expect(await run([process.execPath, '-e', script, 'two words'], { quiet: true })).toEqual({ code: 3, output: 'two words' })
  expect(await run(['latchkey-has-no-such-command'], { quiet: true })).toMatchObject({ code: 127 })
})
