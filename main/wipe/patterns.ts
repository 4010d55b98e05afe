// What a wipe searches the disk for: beginnings of the ciphertexts, halves of the destroyed keys, canaries in every encoding.
import type { Pattern } from './raw-search.ts'

export interface Traces {
  /** 32 bytes of each sealed file. */
  heads: readonly { objectId: string; head: Buffer }[]
  /** Halves of keys and of wrapped keys; empty when the program was stopped between destroying and searching. */
  keys: readonly Buffer[]
  canaries: readonly string[]
}

export function patternsOf({ heads, keys, canaries }: Traces): Pattern[] {
  return [
    ...heads.map(({ objectId, head }) => ({ name: `ciphertext ${objectId}`, bytes: head })),
    ...keys.map((bytes) => ({ name: 'key', bytes })),
    ...canaries.flatMap(canaryPatterns),
  ]
}

function canaryPatterns(canary: string): Pattern[] {
  const bytes = Buffer.from(canary)
  return [
    { name: 'canary utf-8', bytes },
    { name: 'canary utf-16', bytes: Buffer.from(canary, 'utf16le') },
    ...[0, 1, 2].map((shift) => ({ name: `canary base64+${shift}`, bytes: insideBase64(bytes, shift) })),
  ]
}

/** The characters that stand in a base64 text whatever lies before and after the bytes; `shift` bytes of another text came before. */
function insideBase64(bytes: Buffer, shift: number): Buffer {
  const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64')
  const first = Math.ceil((shift * 8) / 6)
  const whole = Math.floor(((shift + bytes.length) * 8) / 6)
  return Buffer.from(text.slice(first, whole), 'latin1')
}
