// Sealed files: `vault/<uuid>.sealed`, a versioned header bound to the content, ciphertext, tag. The only files with anything of a document.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readFile, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { Fault } from '../../shared/faults.ts'
import { codeOf, namesIn, overwriteAndRemove, readFully, writeFully, writeWhole } from './disk.ts'
import { nonceBytes, tagBytes } from './seal.ts'
import { uuidBytes } from './slot-format.ts'

export const objectKinds = ['scan', 'masked-page', 'notice'] as const
export type ObjectKind = (typeof objectKinds)[number]

export interface SealedFile {
  id: string
  /** Size and SHA-256 (hex) of the sealed file. */
  bytes: number
  sha256: string
}

export interface ObjectFolder {
  seal(key: Uint8Array, kind: ObjectKind, id: string, content: Uint8Array): Promise<SealedFile>
  open(key: Uint8Array, kind: ObjectKind, id: string): Promise<Buffer>
  describe(id: string): Promise<{ bytes: number; sha256: string; head: Buffer } | null>
  shred(id: string): Promise<void>
  list(): Promise<string[]>
}

// magic 6 ‖ version 1 ‖ kind 1 ‖ id 16 ‖ content length 8 ‖ nonce 12
const magic = 'PDSEAL'
const version = 1
const lengthAt = 24
const nonceAt = 32
const headerBytes = nonceAt + nonceBytes
const headBytes = 32
/** Between two steps the event loop runs: a 200 MB file must not stop the desk for its time. */
const stepBytes = 1024 * 1024
const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Makes the folder when missing and removes what a killed sealing left half written. */
export async function openObjectFolder(folder: string): Promise<ObjectFolder> {
  await mkdir(folder, { recursive: true })
  for (const name of await namesIn(folder)) if (name.endsWith('.part')) await overwriteAndRemove(join(folder, name))

  /** An id becomes part of a path: nothing but a UUID may. */
  function pathOf(id: string, ending: 'sealed' | 'part'): string {
    if (!idPattern.test(id)) throw new Error('An id of the vault is not a UUID.')
    return join(folder, `${id}.${ending}`)
  }

  async function shred(id: string): Promise<void> {
    await overwriteAndRemove(pathOf(id, 'part'))
    await overwriteAndRemove(pathOf(id, 'sealed'))
  }

  return {
    async seal(key, kind, id, content) {
      // A step that is done again must not leave the first try's ciphertext under the replaced name.
      await shred(id)
      const hash = createHash('sha256')
      await writeWhole(pathOf(id, 'sealed'), pathOf(id, 'part'), (file) =>
        writeSealed(file, key, kind, id, content, hash),
      )
      return { id, bytes: headerBytes + content.length + tagBytes, sha256: hash.digest('hex') }
    },
    async open(key, kind, id) {
      const sealed = await readIfThere(pathOf(id, 'sealed'))
      const content = sealed === null ? null : await readSealed(sealed, key, kind, id)
      if (content === null) throw new Fault('vault-damaged', { part: 'object', id })
      return content
    },
    describe: (id) => describe(pathOf(id, 'sealed')),
    shred,
    async list() {
      const ids = (await namesIn(folder))
        .filter((name) => name.endsWith('.sealed'))
        .map((name) => name.slice(0, -'.sealed'.length))
      return ids.filter((id) => idPattern.test(id))
    },
  }
}

function headerOf(kind: ObjectKind, id: string, contentLength: number, nonce: Uint8Array): Buffer {
  const header = Buffer.alloc(headerBytes)
  header.write(magic, 0, 'latin1')
  header.writeUInt8(version, 6)
  header.writeUInt8(objectKinds.indexOf(kind) + 1, 7)
  uuidBytes(id).copy(header, 8)
  header.writeBigUInt64BE(BigInt(contentLength), lengthAt)
  header.set(nonce, nonceAt)
  return header
}

async function writeSealed(
  file: FileHandle,
  key: Uint8Array,
  kind: ObjectKind,
  id: string,
  content: Uint8Array,
  hash: ReturnType<typeof createHash>,
): Promise<void> {
  const nonce = randomBytes(nonceBytes)
  const header = headerOf(kind, id, content.length, nonce)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(header)
  let position = 0
  const put = async (bytes: Uint8Array): Promise<void> => {
    hash.update(bytes)
    await writeFully(file, bytes, position)
    position += bytes.length
  }
  await put(header)
  for (let start = 0; start < content.length; start += stepBytes) {
    await put(cipher.update(content.subarray(start, start + stepBytes)))
  }
  await put(cipher.final())
  await put(cipher.getAuthTag())
}

/** null when anything is not as it was sealed. Nothing is handed out before the tag was checked. */
async function readSealed(sealed: Buffer, key: Uint8Array, kind: ObjectKind, id: string): Promise<Buffer | null> {
  const contentLength = sealed.length - headerBytes - tagBytes
  if (contentLength < 0) return null
  const nonce = sealed.subarray(nonceAt, headerBytes)
  const header = headerOf(kind, id, contentLength, nonce)
  if (!header.equals(sealed.subarray(0, headerBytes))) return null
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
  decipher.setAAD(header)
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes))
  const content = Buffer.alloc(contentLength)
  const end = headerBytes + contentLength
  for (let start = headerBytes; start < end; start += stepBytes) {
    decipher.update(sealed.subarray(start, Math.min(end, start + stepBytes))).copy(content, start - headerBytes)
    await new Promise(setImmediate)
  }
  try {
    decipher.final()
    return content
  } catch {
    content.fill(0)
    return null
  }
}

async function describe(path: string): Promise<{ bytes: number; sha256: string; head: Buffer } | null> {
  let file: FileHandle
  try {
    file = await open(path, 'r')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
  try {
    const hash = createHash('sha256')
    let position = 0
    let step: Buffer
    do {
      step = await readFully(file, stepBytes, position)
      hash.update(step)
      position += step.length
    } while (step.length === stepBytes)
    return { bytes: position, sha256: hash.digest('hex'), head: await readFully(file, headBytes, headerBytes) }
  } finally {
    await file.close()
  }
}

async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}
