// Loads the detector and the line reader once per thread and offers them as plain functions.
import { InferenceSession } from 'onnxruntime-node'
import { detectLines } from './detect.ts'
import { loadModel } from './models.ts'
import { parseCharacters, readLines } from './read-line.ts'
import type { Engines } from './read-page.ts'

export interface LoadedEngines extends Engines {
  close(): Promise<void>
}

/** `threads` = cores one run of a network may use. Throws when a model is missing or altered. */
export async function loadEngines(modelsFolder: string, threads: number): Promise<LoadedEngines> {
  const options: InferenceSession.SessionOptions = { intraOpNumThreads: threads, interOpNumThreads: 1, graphOptimizationLevel: 'all' }
  const [detectorBytes, readerBytes, characterBytes] = await Promise.all([
    loadModel(modelsFolder, 'find-lines'),
    loadModel(modelsFolder, 'read-lines'),
    loadModel(modelsFolder, 'characters'),
  ])
  const detector = await InferenceSession.create(detectorBytes, options)
  const reader = await InferenceSession.create(readerBytes, options)
  const characters = parseCharacters(characterBytes)
  return {
    detect: (picture, region, scale) => detectLines(detector, picture, region, scale),
    read: (pictures) => readLines(reader, characters, pictures),
    async close() {
      await detector.release()
      await reader.release()
    },
  }
}
