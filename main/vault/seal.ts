// The vault's cryptography: AES-256-GCM with everything that must not be swapped as associated data, HKDF, HMAC, scrypt.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, scrypt } from 'node:crypto'

export const keyBytes = 32
export const nonceBytes = 12
export const tagBytes = 16
/** Sealing adds this to the content. */
export const sealBytes = nonceBytes + tagBytes

/** nonce ‖ ciphertext ‖ tag. Random 96-bit nonces: safe below 2^32 sealings under one key (NIST SP 800-38D §8.3). */
export function seal(key: Uint8Array, content: Uint8Array, bound: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(bound)
  return Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()])
}

/** null when anything of it was altered, or it was sealed under another key or for another place. */
export function unseal(key: Uint8Array, sealed: Uint8Array, bound: Uint8Array): Buffer | null {
  if (sealed.length < sealBytes) return null
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes })
  decipher.setAAD(bound)
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes))
  const content = decipher.update(sealed.subarray(nonceBytes, sealed.length - tagBytes))
  try {
    return Buffer.concat([content, decipher.final()])
  } catch {
    content.fill(0)
    return null
  }
}

/** Own key per use, so that no two uses of one key can ever meet. */
export function keyFor(key: Uint8Array, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, new Uint8Array(), `privacy-desk/${use}`, keyBytes))
}

export function mac(key: Uint8Array, bytes: Uint8Array): Buffer {
  return createHmac('sha256', key).update(bytes).digest()
}

/** scrypt's cost (RFC 7914): memory is 128 · N · r bytes. */
export interface ScryptCost {
  n: number
  r: number
  p: number
}

/** 128 MiB, 0.75–1.5 s on an office PC (OWASP Password Storage Cheat Sheet: N=2^17, r=8, p=1). */
export const passwordCost: ScryptCost = { n: 2 ** 17, r: 8, p: 1 }

/** Damaged or forged costs must not take all memory of the PC. */
const mostMemoryBytes = 1024 ** 3

export function costIsSane({ n, r, p }: ScryptCost): boolean {
  const isPowerOfTwo = n > 1 && Number.isInteger(Math.log2(n))
  return isPowerOfTwo && r >= 1 && p >= 1 && p <= 16 && 128 * n * r <= mostMemoryBytes
}

/** Half-width and full-width, composed and decomposed typing of one secret give the same key. */
export function keyFromSecret(secret: string, salt: Uint8Array, { n, r, p }: ScryptCost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // Node's limit counts a little more than the 128 · N · r of the RFC.
    const maxmem = 2 * 128 * n * r
    scrypt(secret.normalize('NFKC'), salt, keyBytes, { N: n, r, p, maxmem }, (error, key) => {
      if (error === null) resolve(key)
      else reject(error)
    })
  })
}
