// The second reader: Tesseract for Japanese, of another make than the first and therefore wrong elsewhere.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { createWorker, OEM, PSM } from 'tesseract.js'
import { loadModel } from './models.ts'
import { portableGreymap } from './picture.ts'
import type { Grey } from './picture.ts'
import type { Glyph } from './read-line.ts'

export interface SecondReader {
  /** Reads pictures of one line each, in order. */
  read(pictures: readonly Grey[]): Promise<Glyph[][]>
  close(): Promise<void>
}

/** Loading takes half a second; with a bad file it would never settle, so the file is checked first and time is limited. */
const loadLimitMs = 60_000
/** Letters are read best at about this height of the line's picture, with white around it. */
const border = 8

export async function loadSecondReader(modelsFolder: string): Promise<SecondReader> {
  if (!existsSync(path.join(modelsFolder, 'jpn.traineddata.gz')))
    throw new Error('The Japanese language file is missing')
  ;(await loadModel(modelsFolder, 'japanese')).fill(0)
  let failed: (error: Error) => void = () => undefined
  const failure = new Promise<never>((_, reject) => {
    failed = reject
  })
  failure.catch(() => undefined)
  const limit = setTimeout(() => failed(new Error('The second reader did not start')), loadLimitMs)
  const worker = await Promise.race([
    createWorker('jpn', OEM.LSTM_ONLY, {
      langPath: modelsFolder,
      gzip: true,
      cacheMethod: 'none',
      errorHandler: () => failed(new Error('The second reader failed')),
    }),
    failure,
  ]).finally(() => clearTimeout(limit))
  // Its own remarks would otherwise land on standard output, which belongs to the command line's answers.
  await worker.setParameters({ tessedit_pageseg_mode: PSM.SINGLE_LINE, debug_file: '/dev/null' })
  return {
    async read(pictures) {
      const answers: Glyph[][] = []
      for (const picture of pictures) {
        const file = portableGreymap(picture, border)
        const { data } = await Promise.race([worker.recognize(file, {}, { text: false, blocks: true }), failure])
        file.fill(0)
        const width = picture.width + 2 * border
        answers.push(
          (data.blocks ?? [])
            .flatMap((block) =>
              block.paragraphs.flatMap((paragraph) =>
                paragraph.lines.flatMap((line) => line.words.flatMap((word) => word.symbols)),
              ),
            )
            .filter((symbol) => symbol.text.trim() !== '')
            .map((symbol) => ({
              char: symbol.text.normalize('NFKC'),
              sure: symbol.confidence / 100,
              at: Math.min(1, Math.max(0, ((symbol.bbox.x0 + symbol.bbox.x1) / 2 - border) / (width - 2 * border))),
              others: '',
            })),
        )
      }
      return answers
    },
    async close() {
      await worker.terminate()
    },
  }
}
