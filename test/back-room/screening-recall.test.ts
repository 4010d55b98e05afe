// A small fixed part of the bench: one page for each kind and each treatment. Fails when a 本籍 is missed or a false flag appears.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startScreening } from '../../main/screening/index.ts'
import type { Screening } from '../../main/screening/index.ts'
import type { PageScreening } from '../../shared/screening.ts'
import { domicileOf } from '../bench/screening-judged.ts'
import { layouts, openBrowser, plainSpecimen, renderSpecimen } from '../specimens/index.ts'
import type { Browser, Copy, Specimen, Truth } from '../specimens/index.ts'

/** A busy machine is slow, which is no mistake of a page. */
const patienceMs = 600_000

const build = fileURLToPath(new URL('../../build', import.meta.url))

const copy: Copy = { kind: 'photocopy', generation: 1 }
const worn: Copy = { kind: 'photocopy', generation: 2 }
const turned = (degrees: 90 | 180 | 270): Copy => ({ kind: 'turn', degrees })
const crooked = (degrees: number): Copy => ({ kind: 'skew', degrees })

/** Sheets at 200 dpi, which halves the time and is what many offices scan with. */
const sheets: readonly (readonly [string, Partial<Specimen>])[] = [
  ['juminhyo-standard-household', { people: 3, domicile: 'pen', hiddenPeople: 1 }],
  ['juminhyo-single', { domicile: 'shown', copies: [copy, crooked(1.4)] }],
  ['juminhyo-landscape', { domicile: 'sticking-out', copies: [turned(90)] }],
  ['juminhyo-two-column', { people: 2, domicile: 'see-through-middle' }],
  ['juminhyo-vertical-label', { people: 1, domicile: 'bar', copies: [copy] }],
  ['juminhyo-combined', { people: 1, domicile: 'omitted:【省略】' }],
  ['juminhyo-register-heading', { domicile: 'struck-out', copies: [{ kind: 'grey' }] }],
  ['juminhyo-person-rows', { people: 3, domicile: 'shown', copies: [copy] }],
  ['juminhyo-certificate', { domicile: 'blank' }],
  ['juminhyo-removed', { domicile: 'coloured-pen', copies: [copy] }],
  ['juminhyo-single', { domicile: 'absent', copies: [turned(180)] }],
  ['juminhyo-foreign', {}],
  ['koseki-computerised', { people: 1, domicile: 'label-only', copies: [copy] }],
  ['koseki-annex', { people: 1, domicile: 'thin-tape' }],
  ['identity-certificate-table', { domicile: 'shown', copies: [worn] }],
  ['eligibility-sheet', {}],
  ['application-form', { copies: [copy] }],
  ['certificate-request', {}],
  ['company-letter', { copies: [crooked(-2)] }],
]

/** Cards as a scan of their own at 300 dpi. */
const cards: readonly (readonly [string, Partial<Specimen>])[] = [
  ['licence-paper', { domicile: 'shown', copies: [copy] }],
  ['licence-paper-nationality', { domicile: 'tape', copies: [turned(270)] }],
  ['licence-2007', {}],
  ['licence-modern', { copies: [copy] }],
  ['licence-back', { domicile: 'shown' }],
  ['passport-1992', { domicile: 'unlabelled', copies: [copy] }],
  ['passport-2013', { domicile: 'see-through-light' }],
  ['passport-2020', { domicile: 'mosaic' }],
  ['insurance-employee', { numbers: 'pen' }],
  ['individual-number-back', { numbers: 'shown', copies: [copy] }],
  ['residence-card', {}],
  ['juki-b', {}],
]

const wanted: readonly (readonly [string, Specimen])[] = [
  ...cards.map(([id, changes]) => specimen(id, { sheet: 'own', ...changes })),
  ...sheets.map(([id, changes]) => specimen(id, { dpi: 200, ...changes })),
].map((page) => [`${page.layout} ${page.domicile}`, page])

let screening: Screening
let browser: Browser
/** What was said of the pages so far, for the figures over all of them. */
const seen: { truth: Truth; said: PageScreening }[] = []

vi.setConfig({ testTimeout: patienceMs })
beforeAll(async () => {
  screening = await startScreening({
    modelsFolder: path.join(build, 'models'),
    workerFile: path.join(build, 'main', 'screening-worker.cjs'),
    pictures: 'native',
    workers: 1,
    pageTimeLimitMs: patienceMs,
  })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await screening.close()
})

test.each(wanted)('%s', async (_, page) => {
  const { bytes, truth } = await renderSpecimen(browser, page)
  const said = await screening.screenPage(bytes, 0, () => {}, new AbortController().signal)
  seen.push({ truth, said })
  expect(domicileOf({ truth, said }).flagged).toBe(truth.expected === 'flagged')
})

describe('over all of them', () => {
  test('a person is asked in doubt only', () => {
    const without = seen.filter(({ truth }) => truth.expected === 'nothing-found')
    const asked = without.filter(({ said }) => said.verdict === 'check')
    expect(asked.length).toBeLessThanOrEqual(3)
  })

  test('the kind is known', () => {
    const unknown = seen.filter(({ said, truth }) => said.document !== truth.kind)
    expect(unknown.length).toBeLessThanOrEqual(2)
  })
})

function specimen(id: string, changes: Partial<Specimen>): Specimen {
  const layout = layouts.find((candidate) => candidate.id === id)
  if (!layout) throw new Error(`No layout ${id}.`)
  return plainSpecimen(layout, `fixed/${id}/${String(changes.domicile)}`, changes)
}
