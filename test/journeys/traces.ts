// Searches the raw bytes of a folder for what must never lie there in the clear: an own search, not the app's.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Piece } from './mail.ts'

export interface Trace {
  what: string
  file: string
}

/** Heads that only an unsealed picture or letter has; long enough not to turn up in random bytes. */
const heads: [string, Buffer][] = [
  ['JPEG', Buffer.from('ffd8ffe000104a464946', 'hex')],
  ['JPEG', Buffer.from('ffd8ffdb0043', 'hex')],
  ['PNG', Buffer.from('89504e470d0a1a0a', 'hex')],
  ['PDF', Buffer.from('%PDF-1.')],
]

/** Shorter patterns turn up in random bytes by chance: one in 4 GB for each place. */
const shortestBytes = 5

/** The words in the encodings in which programs keep text, each long enough to mean something. */
export function spellings(text: string): Buffer[] {
  const utf8 = Buffer.from(text, 'utf8')
  const base64 = [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), utf8])
      .toString('base64')
      .replace(/=+$/, '')
    // The first and last signs depend on the neighbours.
    return Buffer.from(encoded.slice(shift === 0 ? 0 : 4, -2), 'latin1')
  })
  const all = [utf8, Buffer.from(text, 'utf16le'), Buffer.from(encodeURIComponent(text), 'latin1'), ...base64]
  return all.filter((bytes) => bytes.length >= shortestBytes)
}

/** Names, addresses and register entries of the pieces, as they were drawn. */
export function wordsOf(pieces: readonly Piece[]): string[] {
  const words = pieces.flatMap(({ person, truth }) => [
    `${person.family}${person.given}`,
    `${person.family} ${person.given}`,
    `${person.family}　${person.given}`,
    person.address,
    person.domicile,
    ...truth.fields.map((field) => field.text),
  ])
  return [...new Set(words)].filter((word) => Buffer.byteLength(word) >= shortestBytes)
}

/** Every hit; empty when the folder holds nothing of it. */
export async function tracesIn(folder: string, words: readonly string[]): Promise<Trace[]> {
  const wanted: [string, Buffer][] = [
    ...heads,
    ...words.flatMap((word) => spellings(word).map((bytes): [string, Buffer] => [word, bytes])),
  ]
  const traces: Trace[] = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const name = entry.name
    for (const word of words) if (name.includes(word)) traces.push({ what: word, file: name })
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, name)
    const bytes = await readFile(file)
    for (const [what, pattern] of wanted) if (bytes.includes(pattern)) traces.push({ what, file })
  }
  return traces
}
