// Model and language files: loaded from disk only, and only when their bytes are the ones we pinned.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import list from '../../resources/models.json' with { type: 'json' }

export type ModelPurpose = (typeof list)[number]['purpose']

/** Reads one model by its purpose from the folder the build copied it to. Throws when it is missing or altered. */
export async function loadModel(modelsFolder: string, purpose: ModelPurpose): Promise<Buffer> {
  const entry = list.find((candidate) => candidate.purpose === purpose)
  if (entry === undefined) throw new Error(`No model is listed for ${purpose}`)
  const bytes = await readFile(path.join(modelsFolder, entry.file))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (sha256 !== entry.sha256) throw new Error(`Model file ${entry.file} is not the one this program was built with`)
  return bytes
}
