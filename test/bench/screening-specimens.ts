// Draws the pages that screening is measured on: of layouts and fonts that tuning saw, and of those it never did.
import { join } from 'node:path'
import { buildFolder } from '../../resources/dev/places.mjs'
import { renderSpecimens, specimens, type Part } from '../specimens/index.ts'
import type { Print } from './figures.ts'
import { benchScreening } from './screening.ts'
import { withTempFolder } from './temp-folder.ts'

const parts: readonly Part[] = ['tuned', 'held-back']
/** Other people and other damage than those of the pages that the rules were written on. */
const seed = 2026

/** `pages`: of each part. */
export async function benchScreeningOnSpecimens(pages: number, print: Print): Promise<void> {
  await withTempFolder(async (folder) => {
    const drawn: { name: string; folder: string }[] = []
    for (const part of parts) {
      const to = join(folder, part)
      await renderSpecimens(specimens({ part, count: pages, seed }), { to })
      drawn.push({ name: part, folder: to })
    }
    const modelsFolder = join(buildFolder, 'models')
    const workerFile = join(buildFolder, 'main', 'screening-worker.cjs')
    print('\n## Screening')
    await benchScreening({ parts: drawn, modelsFolder, workerFile, baseline: true }, print)
  })
}
