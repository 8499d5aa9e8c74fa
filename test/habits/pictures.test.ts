import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import manifest from '../../manifest.json'
import { root } from '../../scripts/run.mjs'

/** Width and height in pixels. @see https://www.w3.org/TR/png-3/#11IHDR */
function sizeOf(file: string): readonly [width: number, height: number] {
  const picture = readFileSync(`${root}${file}`)
  return [picture.readUInt32BE(16), picture.readUInt32BE(20)]
}

test('every icon is as large as the manifest says, and there is one of each size that browsers and stores ask for', () => {
  expect(Object.keys(manifest.icons)).toEqual(['16', '32', '48', '128'])
  for (const icons of [manifest.icons, manifest.action.default_icon])
    for (const [size, file] of Object.entries(icons)) expect(sizeOf(`public/${file}`), file).toEqual([Number(size), Number(size)])
})

test('the stores’ five pictures are 1280 by 800 pixels', () => {
  const pictures = readdirSync(`${root}docs/store/pictures`)
  expect(pictures).toHaveLength(5)
  for (const picture of pictures) expect(sizeOf(`docs/store/pictures/${picture}`), picture).toEqual([1280, 800])
})
