// The bench of screening: figures against their targets on rendered pages of both parts, misses by name, times, memory, plain Tesseract.
import { duration, megabytes, section, table } from './figures.ts'
import type { Print } from './figures.ts'
import { watchChildren } from './processes.ts'
import { plainTesseract } from './screening-baseline.ts'
import { judgeAll } from './screening-judge.ts'
import { longPdf } from './screening-long-pdf.ts'
import { drawPages, keepPages } from './screening-specimens.ts'
import type { Wanted } from './screening-specimens.ts'
import { boxList, kindTable, missList, timeTable } from './screening-tables.ts'
import { modelsFolder, startMeasured } from './screening-processes.ts'
import { screeningTargets } from './screening-targets.ts'
import { withTempFolder } from './temp-folder.ts'

export interface ScreeningBench extends Wanted {
  /** Only recall, false flags and times: no masks, no long PDF, no plain Tesseract. */
  isQuick: boolean
  /** Pages of the long PDF. */
  pdfPages: number
  /** A folder the drawn pages are copied to, or null. */
  keep: string | null
}

export async function benchScreening(bench: ScreeningBench, print: Print): Promise<void> {
  await withTempFolder(async (folder) => {
    const parts = await drawPages(bench, folder)
    if (bench.keep !== null) await keepPages(parts, bench.keep)
    const { screening, processes } = await startMeasured()
    try {
      for (const { part, folder: drawn, truths } of parts) {
        if (truths.length === 0) continue
        const watch = watchChildren()
        const { judged, ms } = await judgeAll(screening, drawn, truths, { processes, masks: !bench.isQuick })
        const most = watch.most()
        watch.end()
        const memory = most === null ? 'not measured here' : `${megabytes(most.one)}, ${megabytes(most.together)} all`
        const targets = [
          ...screeningTargets(judged),
          { name: 'a page, both processes at work', value: duration(ms / judged.length), target: '–' },
          { name: 'memory of the largest process', value: memory, target: '≤ 900 MB' },
          ...(bench.isQuick ? [] : await plainTesseract(drawn, truths, modelsFolder)),
        ]
        print(
          section(
            `Screening, ${part} layouts and fonts`,
            `${judged.length} pages; the median of a whole page shall be ≤ 2 s on two idle cores.`,
            [
              table(
                ['figure', 'reached', 'target'],
                targets.map(({ name, value, target }) => [name, value, target]),
              ),
              timeTable(judged),
              kindTable(judged),
              `Misses, false flags, and "check" where nothing was to be found:\n${missList(judged)}`,
              `Boxes and masks that are not as they should be:\n${boxList(judged)}`,
            ].join('\n\n'),
          ),
        )
      }
      const [first] = parts
      if (!bench.isQuick && bench.pdfPages > 0 && first && first.truths.length > 0) {
        const text = await longPdf(screening, first.folder, first.truths, { pages: bench.pdfPages, processes })
        print(section(`A PDF of ${bench.pdfPages} scanned pages`, 'Memory of the screening processes.', text))
      }
    } finally {
      await screening.close()
    }
  })
}
