// What an office would get from Tesseract alone: the whole page, then 本籍 followed by something on the same line.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { createWorker, OEM } from 'tesseract.js'
import type { Truth } from '../specimens/index.ts'
import { domicilesOf } from './screening-judged.ts'
import type { Target } from './screening-targets.ts'

export async function plainTesseract(
  folder: string,
  truths: readonly Truth[],
  modelsFolder: string,
): Promise<Target[]> {
  const worker = await createWorker('jpn', OEM.LSTM_ONLY, { langPath: modelsFolder, gzip: true, cacheMethod: 'none' })
  const score = { found: 0, visible: 0, wrong: 0, others: 0 }
  const began = performance.now()
  for (const truth of truths) {
    const { data } = await worker.recognize(await readFile(path.join(folder, truth.file)))
    const hit = /本\s*籍\s*地?\s*[^\s省略*＊]{3,}/u.test(data.text.normalize('NFKC'))
    if (domicilesOf(truth).some(({ state }) => state === 'visible')) {
      score.visible++
      if (hit) score.found++
    } else {
      score.others++
      if (hit) score.wrong++
    }
  }
  await worker.terminate()
  const ms = Math.round((performance.now() - began) / Math.max(1, truths.length))
  return [
    { name: 'plain tesseract.js: visible 本籍 found', value: `${score.found}/${score.visible}`, target: '–' },
    { name: 'plain tesseract.js: false', value: `${score.wrong}/${score.others}`, target: '–' },
    { name: 'plain tesseract.js: milliseconds a page', value: String(ms), target: '–' },
  ]
}
