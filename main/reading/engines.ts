// Loads the detector and both readers once per thread and offers them as plain functions.
import { InferenceSession } from 'onnxruntime-node'
import { loadCodeReader, type CodeReader } from './code-reader.ts'
import { detectLines } from './detect.ts'
import { createFirstReader } from './first-reader.ts'
import type { ReadPictures } from './first-reader.ts'
import { loadModel } from './models.ts'
import type { Grey } from './picture.ts'
import { lineHeight, parseCharacters, readLines } from './read-line.ts'
import type { Engines } from './read-page.ts'
import { loadSecondReader } from './second-reader.ts'
import type { SecondReader } from './second-reader.ts'

export interface LoadedEngines extends Engines {
  second: SecondReader
  readCodes: CodeReader
  close(): Promise<void>
}

/** `threads` = cores one run of a network may use. Throws when a model is missing or altered. */
export async function loadEngines(modelsFolder: string, threads: number): Promise<LoadedEngines> {
  const options: InferenceSession.SessionOptions = {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    graphOptimizationLevel: 'all',
    // Every page has other sizes: remembered layouts of memory are never used again, and cost a quarter of it.
    enableMemPattern: false,
    // Waiting threads would otherwise burn the core that the other worker and the second reader need.
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  }
  const starting = loadSecondReader(modelsFolder)
  const detector = await InferenceSession.create(await loadModel(modelsFolder, 'find-lines'), options)
  const japanese = await loadLineReader(modelsFolder, 'japanese', options)
  const signs = await loadLineReader(modelsFolder, 'signs', options)
  const second = await starting
  const readCodes = await loadCodeReader(modelsFolder)
  return {
    detect: (picture, region, scale) => detectLines(detector, picture, region, scale),
    read: createFirstReader(japanese.read, signs.read),
    readJapanese: japanese.read,
    readSigns: signs.read,
    second,
    readCodes,
    async close() {
      await second.close()
      await detector.release()
      await japanese.release()
      await signs.release()
    },
  }
}

async function loadLineReader(
  modelsFolder: string,
  name: 'japanese' | 'signs',
  options: InferenceSession.SessionOptions,
): Promise<{ read: ReadPictures; release(): Promise<void> }> {
  const session = await InferenceSession.create(await loadModel(modelsFolder, `read-${name}`), options)
  const characters = parseCharacters(await loadModel(modelsFolder, `characters-of-${name}`))
  return { read: (pictures) => readLines(session, characters, pictures), release: () => session.release() }
}

/** One run of each over nothing: a network's first run takes longer than those after it. */
export async function rehearse({ detect, readJapanese, readSigns, second }: LoadedEngines): Promise<void> {
  const nothing: Grey = { width: 320, height: lineHeight, data: new Uint8Array(320 * lineHeight).fill(255) }
  await detect(nothing, { x: 0, y: 0, w: nothing.width, h: nothing.height }, 1)
  await readJapanese([nothing])
  await readSigns([nothing])
  await second.read([nothing])
}
