// The bench of legibility: how far print may be blurred, pale or small before the readers fail, and where the app says so.
import type { Screening } from '../../main/screening/index.ts'
import type { Print as PagePrint } from '../../shared/rules/screening/legibility.ts'
import type { Illegibility } from '../../shared/screening.ts'
import { layouts, openBrowser, plainSpecimen, renderSpecimen } from '../specimens/index.ts'
import type { Copy, Specimen, Truth } from '../specimens/index.ts'
import { median, section, table, type Print } from './figures.ts'
import { judgeIdentity } from './identity-judge.ts'
import type { IdentityField } from './identity-judge.ts'
import { inTurn } from './in-turn.ts'
import { startMeasured } from './screening-processes.ts'

/** Documents that say who somebody is, with name and address on their face. */
const documents = [
  'licence-modern',
  'licence-2007',
  'individual-number-front',
  'residence-card',
  'juminhyo-single',
  'juminhyo-standard-household',
  'insurance-national',
] as const

interface Treated {
  name: string
  changes: Partial<Specimen>
}

const blurred = (mm: number): Copy => ({ kind: 'blurred', mm })
const copy: Copy = { kind: 'photocopy', generation: 1 }

const treatments: readonly Treated[] = [
  { name: 'clean', changes: {} },
  { name: 'first copy', changes: { copies: [copy] } },
  { name: 'first copy, 200 dpi, crooked', changes: { dpi: 200, copies: [copy, { kind: 'skew', degrees: 1.3 }] } },
  { name: 'second copy', changes: { copies: [{ kind: 'photocopy', generation: 2 }] } },
  { name: 'third copy', changes: { copies: [{ kind: 'photocopy', generation: 3 }] } },
  { name: 'first copy, faded', changes: { copies: [copy, { kind: 'faded' }] } },
  { name: 'dark', changes: { copies: [{ kind: 'dark' }] } },
  { name: 'fax', changes: { copies: [{ kind: 'fax' }] } },
  { name: 'photographed', changes: { copies: [{ kind: 'photo', strength: 0.6 }] } },
  ...[0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.6].map((mm) => ({
    name: `blurred by ${mm} mm`,
    changes: { copies: [blurred(mm)] },
  })),
  ...[0.3, 0.2, 0.15, 0.1, 0.07, 0.05].map((contrast): Treated => ({
    name: `ink of ${Math.round(100 * contrast)} %`,
    changes: { copies: [{ kind: 'pale', contrast }, { kind: 'grey' }] },
  })),
  ...[150, 120, 100, 85, 72, 60].map((dpi) => ({ name: `${dpi} dpi`, changes: { dpi } })),
  ...[2, 6, 15].map((mm): Treated => ({
    name: `${mm} mm beside the glass`,
    changes: { copies: [{ kind: 'off-glass', mm }, copy] },
  })),
]

interface Measured {
  print: PagePrint | null
  illegible: Illegibility[]
  verdict: string
  isNameRight: boolean
  isAddressRight: boolean
}

export async function benchLegibility(pages: number, seed: number, print: Print): Promise<void> {
  const { screening, processes } = await startMeasured()
  const browser = await openBrowser()
  try {
    const rows: string[][] = []
    for (const { name, changes } of treatments) {
      const specimens = Array.from({ length: pages }, (_, at) => specimenAt(at, seed, changes))
      const drawn: { bytes: Buffer; truth: Truth }[] = []
      for (const specimen of specimens) drawn.push(await renderSpecimen(browser, specimen))
      const measured = await inTurn(drawn, processes, (page) => measure(screening, page))
      rows.push([name, ...figures(measured)])
    }
    print(
      section(
        'Legibility',
        `${pages} documents that say who somebody is, each treated in turn; medians of what was measured.`,
        table(
          [
            'treatment',
            'height px',
            'edge px',
            'softness',
            'contrast',
            'name read',
            'address read',
            'said',
            'why',
            'verdicts',
          ],
          rows,
        ),
      ),
    )
  } finally {
    await browser.close()
    await screening.close()
  }
}

function specimenAt(at: number, seed: number, changes: Partial<Specimen>): Specimen {
  const id = documents[at % documents.length]
  const layout = layouts.find((candidate) => candidate.id === id)
  if (layout === undefined) throw new Error(`No layout ${String(id)}.`)
  const sheet = at % 3 === 0 ? 'a4' : 'own'
  return plainSpecimen(layout, `legibility/${seed}/${at}`, {
    sheet,
    domicile: 'omitted:【省略】',
    people: 1,
    ...changes,
  })
}

async function measure(screening: Screening, { bytes, truth }: { bytes: Buffer; truth: Truth }): Promise<Measured> {
  const signal = new AbortController().signal
  const said = await screening.screenPageTimed(Buffer.from(bytes), 0, signal)
  const read = await screening.readIdentity(Buffer.from(bytes), 0, () => {}, signal)
  const judged = judgeIdentity(truth.identity, read)
  const isFieldRight = (wanted: IdentityField): boolean =>
    judged.some(({ field, outcome }) => field === wanted && (outcome === 'right' || outcome === 'doubtful'))
  return {
    print: said.print,
    illegible: said.condition.illegible,
    verdict: said.screening.verdict,
    isNameRight: isFieldRight('name'),
    isAddressRight: isFieldRight('address'),
  }
}

function figures(pages: readonly Measured[]): string[] {
  const prints = pages.flatMap(({ print }) => (print === null ? [] : [print]))
  const share = (is: (page: Measured) => boolean): string => `${pages.filter(is).length}/${pages.length}`
  const typical = (of: (print: PagePrint) => number, digits: number): string => median(prints.map(of)).toFixed(digits)
  const reasons = [...new Set(pages.flatMap(({ illegible }) => illegible))].map(
    (reason) => `${reason} ${pages.filter(({ illegible }) => illegible.includes(reason)).length}`,
  )
  const verdicts = [...new Set(pages.map(({ verdict }) => verdict))].map(
    (verdict) => `${verdict} ${pages.filter((page) => page.verdict === verdict).length}`,
  )
  return [
    typical(({ heightPx }) => heightPx, 0),
    typical(({ edgePx }) => edgePx, 1),
    typical(({ softness }) => softness, 3),
    typical(({ contrast }) => contrast, 2),
    share(({ isNameRight }) => isNameRight),
    share(({ isAddressRight }) => isAddressRight),
    share(({ illegible }) => illegible.length > 0),
    reasons.join(', '),
    verdicts.join(', '),
  ]
}
