// The specimens themselves: the same seed gives the same pages, and the truth about them is where the ink is.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import sharp from 'sharp'
import { isIndividualNumber, isInsurerNumber, isResidentCode } from '../../shared/rules/screening/numbers.ts'
import type { Box } from '../../shared/screening.ts'
import { layouts, namedSpecimens, openBrowser, plainSpecimen, renderSpecimen, specimens } from '../specimens/index.ts'
import { household, insurerNumber, prefectureCode } from '../specimens/people.ts'
import { seededRandom } from '../specimens/random.ts'
import type { Browser, Specimen, Truth } from '../specimens/index.ts'

describe('the list of specimens', () => {
  it('is the same for the same seed and another for another', () => {
    const list = specimens({ part: 'tuned', count: 80, seed: 3 })
    expect(specimens({ part: 'tuned', count: 80, seed: 3 })).toEqual(list)
    expect(specimens({ part: 'tuned', count: 80, seed: 4 })).not.toEqual(list)
    expect(JSON.parse(JSON.stringify(list))).toEqual(list)
  })

  it('keeps layouts and typefaces of the two parts apart', () => {
    const tuned = specimens({ part: 'tuned', count: 200, seed: 1 })
    const held = specimens({ part: 'held-back', count: 200, seed: 1 })
    for (const trait of ['layout', 'font', 'hand', 'fixed'] as const) {
      const seen = new Set(tuned.map((specimen) => specimen[trait]))
      expect(held.filter((specimen) => seen.has(specimen[trait]))).toEqual([])
    }
    const share = layouts.filter(({ part }) => part === 'held-back').length / layouts.length
    expect(share).toBeGreaterThan(0.3)
  })
})

describe('the numbers of invented people', () => {
  it('carry right check digits', () => {
    const random = seededRandom('numbers')
    const people = Array.from({ length: 50 }, () => household(2, random)).flat()
    for (const { individualNumber, residentCode, homePrefecture } of people) {
      expect(isIndividualNumber(individualNumber)).toBe(true)
      expect(isResidentCode(residentCode)).toBe(true)
      expect(isInsurerNumber(insurerNumber(prefectureCode(homePrefecture), 6, random))).toBe(true)
      expect(isInsurerNumber(insurerNumber('06', 8, random))).toBe(true)
    }
  })
})

describe('a rendered specimen', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
  })

  const upright = plain('juminhyo-standard-household', {})
  const ways: [string, Specimen][] = [
    ['upright', upright],
    ['turned by 90°', { ...upright, copies: [{ kind: 'turn', degrees: 90 }] }],
    [
      'turned by 270° and skewed',
      {
        ...upright,
        copies: [
          { kind: 'skew', degrees: -6 },
          { kind: 'turn', degrees: 270 },
        ],
      },
    ],
    ['photographed', { ...upright, copies: [{ kind: 'photo', strength: 1 }] }],
    ['faxed', { ...upright, dpi: 300, copies: [{ kind: 'fax' }] }],
    ['printed down the page', plain('koseki-vertical', {})],
    ['a passport on A4', plain('passport-2013', {})],
  ]
  it.each(ways)('has ink where its truth says: %s', async (_, specimen) => {
    const { bytes, truth } = await renderSpecimen(browser, specimen)
    const { width, height } = await sharp(bytes).metadata()
    expect([truth.width, truth.height]).toEqual([width, height])
    const visible = truth.fields.filter(({ state }) => state === 'visible')
    expect(visible.length).toBeGreaterThan(0)
    const labels = visible.flatMap(({ labelBox }) => (labelBox ? [labelBox] : []))
    for (const label of labels) expect(await contrast(bytes, label)).toBeGreaterThan(60)
    for (const { box } of visible) {
      expect(await darkest(bytes, box)).toBeLessThan(110)
      expect(await inkAtEnds(bytes, box)).toBe(true)
    }
  })

  it('is the same picture when it is drawn again', async () => {
    const specimen = plain('licence-paper', {
      copies: [
        { kind: 'photocopy', generation: 2 },
        { kind: 'skew', degrees: 1.5 },
      ],
    })
    const [once, again] = [await renderSpecimen(browser, specimen), await renderSpecimen(browser, specimen)]
    expect(again.truth).toEqual(once.truth)
    expect(again.bytes.equals(once.bytes)).toBe(true)
  })

  it('hides the value under an opaque pen and under no other pen', async () => {
    const spread = async (domicile: Specimen['domicile']): Promise<number> => {
      const { bytes, truth } = await renderSpecimen(browser, plain('juminhyo-single', { domicile }))
      return contrast(bytes, domicileOf(truth).box)
    }
    expect(await spread('pen')).toBeLessThan(30)
    expect(await spread('bar')).toBe(0)
    expect(await spread('tape')).toBeLessThan(12)
    expect(await spread('see-through-strong')).toBeGreaterThan(40)
    expect(await spread('sticking-out')).toBeGreaterThan(150)
    expect(await spread('coloured-pen')).toBeLessThan(60)
    expect(await spread('row-tape')).toBeLessThan(12)
    expect(await spread('thin-tape')).toBeGreaterThan(30)
    expect(await spread('struck-out')).toBeGreaterThan(150)
  })

  it('prints a value whose label is lost, and says so', async () => {
    const { truth } = await renderSpecimen(browser, plain('juminhyo-single', { domicile: 'unlabelled' }))
    expect(domicileOf(truth)).toMatchObject({ state: 'visible', labelBox: null })
    expect(truth.fields.find(({ field }) => field === 'head-of-register')?.labelBox).not.toBeNull()
  })

  it('breaks the broken one off and leaves the others whole', async () => {
    const broken = await renderSpecimen(browser, namedSpecimens.broken)
    await expect(sharp(broken.bytes).raw().toBuffer()).rejects.toThrow(/premature end|VipsJpeg/i)
    const whole = await renderSpecimen(browser, namedSpecimens['licence-masked-turned'])
    expect(whole.truth).toMatchObject({ turn: 270, expected: 'nothing-found', kind: 'licence' })
    expect(domicileOf(whole.truth)).toMatchObject({ state: 'masked', treatment: 'pen' })
  })
})

function plain(id: string, changes: Partial<Specimen>): Specimen {
  const layout = layouts.find((candidate) => candidate.id === id)
  if (!layout) throw new Error(`No layout ${id}.`)
  return plainSpecimen(layout, `test/${id}`, { dpi: 200, people: 2 > layout.people[1] ? 1 : 2, ...changes })
}

function domicileOf(truth: Truth): Truth['fields'][number] {
  const found = truth.fields.find(({ field }) => field === 'permanent-domicile')
  if (!found) throw new Error('This specimen has no 本籍.')
  return found
}

async function grey(bytes: Buffer, [left, top, width, height]: Box): Promise<Buffer> {
  return sharp(bytes).toColourspace('b-w').extract({ left, top, width, height }).raw().toBuffer()
}

async function darkest(bytes: Buffer, box: Box): Promise<number> {
  return Math.min(...(await grey(bytes, box)))
}

async function contrast(bytes: Buffer, box: Box): Promise<number> {
  const pixels = await grey(bytes, box)
  return Math.max(...pixels) - Math.min(...pixels)
}

/** The first and the last sixth of the box's longer side hold ink: the box neither starts early nor ends late by characters. */
async function inkAtEnds(bytes: Buffer, [left, top, width, height]: Box): Promise<boolean> {
  const isUpright = height > width
  const sixth = Math.floor((isUpright ? height : width) / 6)
  const ends: Box[] = isUpright
    ? [
        [left, top, width, sixth],
        [left, top + height - sixth, width, sixth],
      ]
    : [
        [left, top, sixth, height],
        [left + width - sixth, top, sixth, height],
      ]
  // Against its own ground: a hologram leaves a passport's value at a middle grey.
  const contrasts = await Promise.all(ends.map((end) => contrast(bytes, end)))
  return contrasts.every((difference) => difference > 60)
}
