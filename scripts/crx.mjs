import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/**
 * An extension's package for Chrome and Edge on a server of one's own, in the CRX3 format, and the id that follows from the key.
 * (The one well-kept library for it needs a newer Node than we do.)
 * @param {Uint8Array} zip the extension's files, their manifest without a `key`
 * @param {string} pem an RSA private key
 * @returns {{ id: string, crx: Buffer }}
 * @see https://chromium.googlesource.com/chromium/src/+/main/components/crx_file/crx3.proto
 */
export function packCrx(zip, pem) {
  const key = createPrivateKey(pem)
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' })
  const crxId = createHash('sha256').update(publicKey).digest().subarray(0, 16)
  const signedData = field(1, crxId)
  const signed = Buffer.concat([Buffer.from('CRX3 SignedData\0'), uint32(signedData.length), signedData, zip])
  const proof = Buffer.concat([field(1, publicKey), field(2, sign('sha256', signed, key))])
  const header = Buffer.concat([field(2, proof), field(10_000, signedData)])
  const crx = Buffer.concat([Buffer.from('Cr24'), uint32(3), uint32(header.length), header, zip])
  return { id: crxId.toString('hex').replace(/./g, (digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]), crx }
}

/** A new key, as a PEM text. */
export const newKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' })

/** The key in a file, which is made where it is missing: the extension keeps its id as long as the file is kept. */
export function keyIn(file) {
  if (!existsSync(file)) {
    writeFileSync(file, newKey(), { mode: 0o600 })
    console.log(`${file} is new. Keep it safe and keep it: who has it can update the extension, and without it the id is another.`)
  }
  return readFileSync(file, 'utf8')
}

const uint32 = (number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(number)
  return bytes
}

/** A member of bytes, as protocol buffers write it. */
const field = (number, bytes) => Buffer.concat([varint(number * 8 + 2), varint(bytes.length), bytes])

function varint(number) {
  const bytes = []
  for (let rest = number; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest])
    bytes.push((rest % 128) + 128)
  }
}
