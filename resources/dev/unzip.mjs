// Unpacks a zip file with nothing but Node, because a bare machine has no unzip. Format: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16.
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, symlink } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'

const endRecordBytes = 22
const longestComment = 0xffff
const directoryEntryBytes = 46
const localHeaderBytes = 30

/** @typedef {{ name: string, method: number, packedBytes: number, offset: number, mode: number }} Entry */

/**
 * Checks names, not checksums: the caller has checked the whole file. Files over 4 GB (zip64) and encrypted ones are refused.
 * @param {string} zip
 * @param {string} folder created when missing
 * @param {(name: string) => boolean} wanted
 */
export async function unzip(zip, folder, wanted) {
  const file = await open(zip)
  try {
    for (const entry of await entriesOf(file)) {
      if (entry.name.endsWith('/') || !wanted(entry.name)) continue
      const target = join(folder, normalize(entry.name))
      if (normalize(entry.name).startsWith('..')) throw new Error(`The zip file names a place outside: ${entry.name}`)
      const header = Buffer.alloc(localHeaderBytes)
      await file.read(header, 0, localHeaderBytes, entry.offset)
      const start = entry.offset + localHeaderBytes + header.readUInt16LE(26) + header.readUInt16LE(28)
      await mkdir(dirname(target), { recursive: true })
      await unpack(zip, entry, start, target)
    }
  } finally {
    await file.close()
  }
}

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @returns {Promise<Entry[]>}
 */
async function entriesOf(file) {
  const { size } = await file.stat()
  const tail = Buffer.alloc(Math.min(size, endRecordBytes + longestComment))
  await file.read(tail, 0, tail.length, size - tail.length)
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0) throw new Error('This is not a zip file, or it was cut off.')
  const directory = Buffer.alloc(tail.readUInt32LE(end + 12))
  await file.read(directory, 0, directory.length, tail.readUInt32LE(end + 16))

  const entries = []
  for (let at = 0; at < directory.length;) {
    if (directory.readUInt32LE(at) !== 0x02014b50) throw new Error('The zip file’s directory is damaged.')
    const nameBytes = directory.readUInt16LE(at + 28)
    entries.push({
      name: directory.toString('utf8', at + directoryEntryBytes, at + directoryEntryBytes + nameBytes),
      method: directory.readUInt16LE(at + 10),
      packedBytes: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
      mode: directory.readUInt32LE(at + 38) >>> 16,
    })
    at += directoryEntryBytes + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

/**
 * @param {string} zip
 * @param {Entry} entry
 * @param {number} start
 * @param {string} target
 */
async function unpack(zip, entry, start, target) {
  const packed = createReadStream(zip, { start, end: start + Math.max(entry.packedBytes, 1) - 1 })
  const isLink = (entry.mode & 0o170000) === 0o120000
  const mode = entry.mode & 0o777 || 0o644
  if (entry.packedBytes === 0) {
    packed.destroy()
    await (await open(target, 'w', mode)).close()
  } else if (entry.method === 0) {
    if (isLink) await symlink(await text(packed), target)
    else await pipeline(packed, createWriteStream(target, { mode }))
  } else if (entry.method === 8) {
    if (isLink) await symlink(await text(packed.pipe(createInflateRaw())), target)
    else await pipeline(packed, createInflateRaw(), createWriteStream(target, { mode }))
  } else {
    throw new Error(`The zip file packs ${entry.name} in a way this program does not know (${entry.method}).`)
  }
}
