// The bench of screening: figures against their targets on rendered pages, misses by name, time per stage, and plain Tesseract.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { createWorker, OEM } from 'tesseract.js'
import { startScreening } from '../../main/screening/index.ts'
import type { Screening } from '../../main/screening/index.ts'
import type { Truth } from '../specimens/index.ts'
import { domicileOf } from './screening-judged.ts'
import type { Judged } from './screening-judged.ts'
import { screeningTargets } from './screening-targets.ts'

export interface ScreeningBench {
  /** Folders of rendered pages with their truth.jsonl, e.g. the tuned and the held-back part. */
  parts: { name: string; folder: string }[]
  modelsFolder: string
  workerFile: string
  /** Also reads every page with plain tesseract.js, whole page and pattern. */
  baseline: boolean
}

export async function benchScreening(bench: ScreeningBench, print: (line: string) => void): Promise<void> {
  const screening = await startScreening({
    modelsFolder: bench.modelsFolder,
    workerFile: bench.workerFile,
    pictures: 'native',
  })
  try {
    for (const part of bench.parts) {
      const truths = await readTruths(part.folder)
      const judged: Judged[] = []
      let mostMemoryMb = 0
      for (const truth of truths) {
        judged.push(await judge(screening, part.folder, truth))
        mostMemoryMb = Math.max(mostMemoryMb, process.memoryUsage.rss() / 2 ** 20)
      }
      print(`\nScreening, ${part.name}: ${judged.length} pages`)
      for (const { name, value, target } of screeningTargets(judged))
        print(`  ${name.padEnd(58)} ${value.padStart(16)}   target ${target}`)
      print(
        `  ${'memory of the process, most'.padEnd(58)} ${`${Math.round(mostMemoryMb)} MB`.padStart(16)}   target ≤ 900 MB`,
      )
      printGroups(judged, print)
      printTimes(judged, print)
      if (bench.baseline) await printBaseline(part.folder, truths, bench.modelsFolder, print)
    }
  } finally {
    await screening.close()
  }
}

export async function readTruths(folder: string): Promise<Truth[]> {
  const lines = (await readFile(path.join(folder, 'truth.jsonl'), 'utf8')).trim().split('\n')
  return lines.map((line): Truth => JSON.parse(line))
}

async function judge(screening: Screening, folder: string, truth: Truth): Promise<Judged> {
  const bytes = await readFile(path.join(folder, truth.file))
  const { screening: said, times } = await screening.screenPageTimed(bytes, 0, new AbortController().signal)
  return { truth, said, times }
}

const domicile = 'permanent-domicile'

function printGroups(judged: readonly Judged[], print: (line: string) => void): void {
  const groups = new Map<string, { right: number; all: number }>()
  for (const page of judged) {
    const { visible, seeThrough, flagged } = domicileOf(page)
    const treatments = [
      ...new Set(page.truth.fields.filter((field) => field.field === domicile).map((field) => field.treatment)),
    ]
    const name = `${page.truth.kind} · ${treatments.join('+') || 'no 本籍'} · ${page.truth.damage.join('+') || 'clean'}`
    const group = groups.get(name) ?? { right: 0, all: 0 }
    group.all++
    if ((visible || seeThrough) === flagged) group.right++
    else {
      const states = page.said.findings.filter((finding) => finding.field === domicile).map((finding) => finding.state)
      print(
        `    ${visible || seeThrough ? 'MISSED' : 'FALSE '} ${page.truth.file}: ${name}; said ${page.said.verdict} [${states.join(', ')}]`,
      )
    }
    groups.set(name, group)
  }
  for (const [name, { right, all }] of [...groups].sort(([a], [b]) => a.localeCompare(b)))
    print(`    ${`${right}/${all}`.padStart(7)}  ${name}`)
}

function printTimes(judged: readonly Judged[], print: (line: string) => void): void {
  const stages = ['decode', 'upright', 'detect', 'read', 'again', 'find'] as const
  const middle = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
  print('  milliseconds a page, median of each stage')
  for (const stage of stages) {
    print(
      `    ${stage.padEnd(10)} ${Math.round(middle(judged.flatMap((page) => (page.times === null ? [] : [page.times[stage]]))))}`,
    )
  }
}

/** What an office would get from Tesseract alone: the whole page, then 本籍 followed by something on the same line. */
async function printBaseline(
  folder: string,
  truths: readonly Truth[],
  modelsFolder: string,
  print: (line: string) => void,
): Promise<void> {
  const worker = await createWorker('jpn', OEM.LSTM_ONLY, { langPath: modelsFolder, gzip: true, cacheMethod: 'none' })
  const score = { found: 0, visible: 0, wrong: 0, others: 0 }
  const began = performance.now()
  for (const truth of truths) {
    const { data } = await worker.recognize(await readFile(path.join(folder, truth.file)))
    const hit = /本\s*籍\s*地?\s*[^\s省略*＊]{3,}/u.test(data.text.normalize('NFKC'))
    const isVisible = truth.fields.some((field) => field.field === domicile && field.state === 'visible')
    if (isVisible) {
      score.visible++
      if (hit) score.found++
    } else {
      score.others++
      if (hit) score.wrong++
    }
  }
  await worker.terminate()
  const ms = Math.round((performance.now() - began) / Math.max(1, truths.length))
  print(
    `  plain tesseract.js on the same pages: visible 本籍 found ${score.found}/${score.visible}, false ${score.wrong}/${score.others}, ${ms} ms a page`,
  )
}
