// The screen command line: screens files without a window and stores nothing.
import { availableParallelism } from 'node:os'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { mayBeRead } from '../shared/screening.ts'
import type { Finding, PageScreening } from '../shared/screening.ts'
import { maskNames } from './mask-names.ts'
import { RefusedFile, startScreening } from './screening/index.ts'
import type { RefusalReason, Screening } from './screening/index.ts'

const usage = 'Usage: screen [--json] [--mask DIR] FILE…'

const reasons: Record<RefusalReason, string> = {
  empty: 'the file is empty',
  'unknown-format': 'not a JPEG, PNG, TIFF or PDF file',
  broken: 'the file is damaged',
  encrypted: 'the PDF is encrypted',
  'too-many-bytes': 'larger than 200 MB',
  'too-many-pixels': 'a page has more than 100 megapixels',
  'too-many-pages': 'more than 300 pages',
}

interface Wish {
  json: boolean
  maskFolder: string | null
  files: string[]
}

function parseWish(args: string[]): Wish | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean' }, mask: { type: 'string' } },
    })
    if (positionals.length === 0 || values.mask === '') return null
    return { json: values.json ?? false, maskFolder: values.mask ?? null, files: positionals }
  } catch {
    return null
  }
}

/** npm runs scripts in the package's folder; the person's own folder is in INIT_CWD. */
function resolvePath(name: string): string {
  return path.resolve(process.env['INIT_CWD'] ?? process.cwd(), name)
}

const verdictWords = {
  flagged: '要対応 (flagged)',
  check: '要確認 (check)',
  'nothing-found': '検出なし (nothing found; please look)',
} as const

function sentence(file: string, page: number, screening: PageScreening): string {
  const findings = screening.findings.map((finding) => `${finding.field}=${finding.state}`).join(', ')
  return `${file} p.${page}: ${verdictWords[screening.verdict]} — ${screening.document}${findings === '' ? '' : ` — ${findings}`} (${screening.ms} ms)`
}

/** Masks what must go; what still shows afterwards is masked as well, a few times over. */
async function writeMasked(
  screening: Screening,
  bytes: Uint8Array,
  page: number,
  findings: Finding[],
  to: string,
): Promise<void> {
  const boxes = findings.filter(({ state }) => mayBeRead(state)).map((finding) => finding.box)
  for (let round = 0; round < 4; round++) {
    const result = await screening.mask(bytes, page, { boxes, leftOpen: [] })
    if (!result.legible) {
      await writeFile(to, result.png)
      return
    }
    boxes.push(...result.boxes)
  }
  throw new Error('something stays legible after masking')
}

/** One file, one line per page, in order; the second page is screened while the first is. */
async function screenFile(screening: Screening, wish: Wish, file: string, maskName: string): Promise<boolean> {
  const fail = (message: string): false => {
    if (wish.json) process.stdout.write(`${JSON.stringify({ file, error: message })}\n`)
    process.stderr.write(`${file}: ${message}\n`)
    return false
  }
  let bytes: Buffer
  try {
    bytes = await readFile(resolvePath(file))
  } catch (error) {
    return fail(
      error instanceof Error && 'code' in error && error.code === 'ENOENT'
        ? 'no such file'
        : 'the file cannot be opened',
    )
  }
  try {
    const inspection = await screening.inspect(bytes)
    if (inspection.kind === 'refused') return fail(reasons[inspection.reason])
    const ahead = availableParallelism()
    const signal = new AbortController().signal
    const started: Promise<PageScreening>[] = []
    for (let page = 0; page < inspection.pages.length; page++) {
      while (started.length < Math.min(inspection.pages.length, page + ahead)) {
        const one = screening.screenPage(bytes, started.length, () => undefined, signal)
        one.catch(() => undefined)
        started.push(one)
      }
      const answer = await started[page]
      if (answer === undefined) throw new Error('A page was asked for before it was started.')
      process.stdout.write(
        wish.json
          ? `${JSON.stringify({ file, page: page + 1, ...answer })}\n`
          : `${sentence(file, page + 1, answer)}\n`,
      )
      if (wish.maskFolder !== null) {
        const name = `${maskName}-p${page + 1}.png`
        await writeMasked(screening, bytes, page, answer.findings, path.join(resolvePath(wish.maskFolder), name))
      }
    }
    return true
  } catch (error) {
    return fail(
      error instanceof RefusedFile
        ? reasons[error.reason]
        : error instanceof Error
          ? error.message
          : 'unexpected failure',
    )
  } finally {
    bytes.fill(0)
  }
}

async function main(): Promise<number> {
  const wish = parseWish(process.argv.slice(2))
  if (wish === null) {
    process.stderr.write(`${usage}\n`)
    return 2
  }
  if (wish.maskFolder !== null) await mkdir(resolvePath(wish.maskFolder), { recursive: true })
  const screening = await startScreening({
    modelsFolder: path.join(__dirname, '..', 'models'),
    workerFile: path.join(__dirname, 'screening-worker.cjs'),
    pictures: 'native',
  })
  let allRead = true
  for (const { file, name } of maskNames(wish.files)) {
    if (wish.maskFolder !== null && name !== path.parse(file).name) {
      process.stderr.write(
        `${file}: another file has the same base name; its masked pages are written as ${name}-p….png\n`,
      )
    }
    if (!(await screenFile(screening, wish, file, name))) allRead = false
  }
  await screening.close()
  return allRead ? 0 : 1
}

void main().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : 'unexpected failure'}\n`)
    process.exitCode = 1
  },
)
