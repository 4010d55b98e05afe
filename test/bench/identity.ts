// The bench of identity data: name, address, birth date, issue and expiry as read from every kind of ID, right or wrong, agreed or not.
import type { Screening } from '../../main/screening/index.ts'
import type { DocumentKind } from '../../shared/screening.ts'
import { layouts, openBrowser, plainSpecimen, renderSpecimen } from '../specimens/index.ts'
import type { Browser, Copy, Specimen } from '../specimens/index.ts'
import { section, table, type Print } from './figures.ts'
import { identityFields, judgeIdentity, outcomes } from './identity-judge.ts'
import type { JudgedField, Outcome } from './identity-judge.ts'
import { inTurn } from './in-turn.ts'
import { startMeasured } from './screening-processes.ts'

export interface IdentityBench {
  /** Of each kind. */
  pages: number
  seed: number
  /** Null: all of them. */
  kind: DocumentKind | null
}

const kinds = [
  'licence',
  'passport',
  'juminhyo',
  'insurance',
  'eligibility',
  'juki',
  'individual-number-card',
  'residence-card',
] as const

const copy: Copy = { kind: 'photocopy', generation: 1 }
/** What an office receives, in turn. */
const treatments: readonly Partial<Specimen>[] = [
  { copies: [] },
  { copies: [copy] },
  { dpi: 200, copies: [copy, { kind: 'skew', degrees: 1.3 }] },
  { copies: [{ kind: 'photocopy', generation: 2 }] },
]

interface JudgedPage {
  specimen: Specimen
  fields: JudgedField[]
}

export async function benchIdentity(bench: IdentityBench, print: Print): Promise<void> {
  const { screening, processes } = await startMeasured()
  const browser = await openBrowser()
  try {
    const rows: string[][] = []
    const misses: string[] = []
    for (const kind of kinds.filter((each) => bench.kind === null || each === bench.kind)) {
      const pages = await judgePages(screening, browser, specimensOf(kind, bench), processes)
      rows.push(...rowsOf(kind, pages))
      misses.push(...pages.flatMap(missesOf))
    }
    const remark = `${bench.pages} pages of each kind: clean, copied once, copied once at 200 dpi and crooked, copied twice. Nothing shall be wrong but agreed.`
    const list = misses.length === 0 ? 'none' : misses.join('\n')
    print(section('Identity data', remark, `${table(['kind', 'field', ...outcomes], rows)}\n\nNot right:\n${list}`))
  } finally {
    await browser.close()
    await screening.close()
  }
}

function specimensOf(kind: DocumentKind, { pages, seed }: IdentityBench): Specimen[] {
  const own = layouts.filter((layout) => layout.kind === kind)
  return Array.from({ length: pages }, (_, at) => {
    const layout = own[at % own.length]
    if (layout === undefined) throw new Error(`No layout of ${kind}.`)
    // Another treatment for a layout each time its turn comes.
    const treatment = treatments[(at + Math.floor(at / own.length)) % treatments.length]
    const sheet = at % 3 === 0 ? 'a4' : 'own'
    return plainSpecimen(layout, `identity/${seed}/${at}`, { sheet, domicile: 'pen', ...treatment })
  })
}

async function judgePages(
  screening: Screening,
  browser: Browser,
  specimens: readonly Specimen[],
  processes: number,
): Promise<JudgedPage[]> {
  const drawn: { specimen: Specimen; page: Awaited<ReturnType<typeof renderSpecimen>> }[] = []
  for (const specimen of specimens) drawn.push({ specimen, page: await renderSpecimen(browser, specimen) })
  const signal = new AbortController().signal
  return inTurn(drawn, processes, async ({ specimen, page: { bytes, truth } }) => {
    const reading = await screening.readIdentity(bytes, 0, () => {}, signal)
    return { specimen, fields: judgeIdentity(truth.identity, reading) }
  })
}

function rowsOf(kind: DocumentKind, pages: readonly JudgedPage[]): string[][] {
  const all = pages.flatMap(({ fields }) => fields)
  return identityFields.flatMap((field) => {
    const own = all.filter((each) => each.field === field)
    const count = (outcome: Outcome): string => String(own.filter((each) => each.outcome === outcome).length)
    return own.length === 0 ? [] : [[kind, field, ...outcomes.map(count)]]
  })
}

function missesOf({ specimen: { layout, copies, dpi }, fields }: JudgedPage): string[] {
  const how = [...copies.map(({ kind }) => kind), `${dpi} dpi`].join(', ')
  return fields
    .filter(({ outcome }) => outcome !== 'right')
    .map(
      ({ field, outcome, printed, read }) =>
        `- ${outcome}: ${field} of ${layout} (${how}): ${printed ?? 'nothing'} → ${read ?? 'nothing'}`,
    )
}
