// Draws specimens and writes each as a picture file with a line of truth about it.
import { appendFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Field } from '../../shared/screening.ts'
import { openBrowser } from './browser.ts'
import type { Browser, Drawn, Mark } from './browser.ts'
import { compose, treatmentOf } from './compose.ts'
import { copied, isDoneToPaper } from './copies/index.ts'
import { covered } from './covers/index.ts'
import type { Patch } from './covers/index.ts'
import { asSharp, decode } from './picture.ts'
import type { Corners, Picture } from './picture.ts'
import { seededRandom } from './random.ts'
import type { CoverTreatment, FieldTruth, Specimen, Treatment, Truth } from './specimen.ts'
import { identityOf } from './identity.ts'
import { boxOf, stateOf, truthOf } from './truth.ts'

/**
 * Writes `<name>.png` or `.jpg` per specimen and `truth.jsonl` into `to`; answers with the same truths.
 * Ends with an error when the folder cannot be written or the browser dies.
 */
export async function renderSpecimens(
  list: readonly Specimen[],
  { to }: { to: string },
  report: (step: string, fraction: number) => void = () => {},
  signal?: AbortSignal,
): Promise<Truth[]> {
  await mkdir(to, { recursive: true })
  const browser = await openBrowser()
  const truths: Truth[] = []
  try {
    await writeFile(join(to, 'truth.jsonl'), '')
    let ahead = drawnAhead(browser, list[0])
    for (const [at, specimen] of list.entries()) {
      signal?.throwIfAborted()
      const drawn = await ahead
      if (!drawn) throw new Error('A page was not asked for.')
      ahead = drawnAhead(browser, list[at + 1])
      const { bytes, truth } = await finished(drawn, specimen)
      await writeFile(join(to, truth.file), bytes)
      await appendFile(join(to, 'truth.jsonl'), `${JSON.stringify(truth)}\n`)
      truths.push(truth)
      report(specimen.name, (at + 1) / list.length)
    }
  } finally {
    await browser.close()
  }
  return truths
}

export async function renderSpecimen(browser: Browser, specimen: Specimen): Promise<{ bytes: Buffer; truth: Truth }> {
  return finished(await browser.draw(compose(specimen)), specimen)
}

/** The browser draws the next page while this one is copied; a failure is heard when that page's turn comes. */
function drawnAhead(browser: Browser, specimen: Specimen | undefined): Promise<Drawn> | null {
  const drawing = specimen ? browser.draw(compose(specimen)) : null
  drawing?.catch(() => {})
  return drawing
}

async function finished(drawn: Drawn, specimen: Specimen): Promise<{ bytes: Buffer; truth: Truth }> {
  const fields = paired(drawn.marks, specimen)
  let picture = await decode(drawn.png)

  const onPaper = specimen.copies.filter(isDoneToPaper)
  const onGlass = specimen.copies.filter((copy) => !isDoneToPaper(copy))
  // A see-through pen is only see-through if nobody copies the page again; the others come at either time.
  const showsThrough = specimen.domicile.startsWith('see-through') || specimen.domicile === 'thin-tape'
  const isCoveredLast = showsThrough || seededRandom('order', specimen.seed).chance(0.5)
  if (!isCoveredLast) picture = await withCovers(picture, fields, specimen)
  const places = fields.flatMap(({ value, label }) => [cornersOf(value), cornersOf(label ?? value)])
  const paper = await copied({ picture, places }, onPaper, specimen.dpi, specimen.seed)
  picture = isCoveredLast ? await withCovers(paper.picture, fields, specimen) : paper.picture
  const page = await copied({ picture, places: paper.places }, onGlass, specimen.dpi, `${specimen.seed}/glass`)

  const { width, height } = page.picture
  const truths = fields.flatMap(({ field, person, treatment, label, text, isCode }, at): FieldTruth[] => {
    const [valueCorners, labelCorners] = [page.places[at * 2], page.places[at * 2 + 1]]
    const box = valueCorners && boxOf(valueCorners, width, height)
    if (!box) return []
    const state = stateOf(treatment, text === '' && treatment === 'shown' && !isCode)
    return [
      {
        field,
        state,
        box,
        corners: valueCorners,
        labelBox: label && labelCorners ? boxOf(labelCorners, width, height) : null,
        person,
        treatment,
        text,
      },
    ]
  })
  const { bytes, ending } = await encoded(page.picture, specimen)
  return {
    bytes,
    truth: truthOf(
      specimen,
      `${specimen.name}.${ending}`,
      { width, height },
      truths,
      identityOf(specimen, drawn.speech),
    ),
  }
}

interface MarkedField {
  field: Field
  person: number
  treatment: Treatment
  value: Patch
  label: Patch | null
  text: string
  isCode: boolean
}

function paired(marks: readonly Mark[], specimen: Specimen): MarkedField[] {
  const alike = (role: Mark['role'], { field, person }: Mark): Mark[] =>
    marks.filter((mark) => mark.role === role && mark.field === field && mark.person === person)
  return marks
    .filter(({ role }) => role === 'value')
    .map((mark) => {
      // Two cards on a sheet may both have the field: the second value belongs to the second label.
      const label = alike('label', mark)[alike('value', mark).indexOf(mark)]
      return {
        field: mark.field,
        person: mark.person,
        treatment: treatmentOf(specimen, mark.field, mark.person),
        value: patchOf(mark),
        label: label ? patchOf(label) : null,
        text: mark.text,
        isCode: mark.isCode,
      }
    })
}

function patchOf({ box: [x, y, width, height] }: Mark): Patch {
  return { x, y, width, height }
}

function cornersOf({ x, y, width, height }: Patch): Corners {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ]
}

async function withCovers(picture: Picture, fields: readonly MarkedField[], specimen: Specimen): Promise<Picture> {
  let result = picture
  for (const { field, person, treatment, value, label, text, isCode } of fields) {
    if (!isCover(treatment) || (text === '' && !isCode && treatment !== 'stroke')) continue
    const seed = `${specimen.seed}/${field}/${person}`
    const patch =
      (treatment === 'row' || treatment === 'row-tape') && label
        ? around(value, label)
        : treatment === 'label-only'
          ? label
          : value
    if (patch) result = await covered(result, patch, treatment, seed)
  }
  return result
}

function isCover(treatment: Treatment): treatment is CoverTreatment {
  return !['shown', 'blank', 'absent', 'unlabelled'].includes(treatment) && !treatment.startsWith('omitted:')
}

function around(a: Patch, b: Patch): Patch {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)]
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  }
}

async function encoded(picture: Picture, specimen: Specimen): Promise<{ bytes: Buffer; ending: 'png' | 'jpg' }> {
  const isFax = specimen.copies.some(({ kind }) => kind === 'fax')
  const image = asSharp(picture).withMetadata({ density: isFax ? 200 : specimen.dpi })
  const jpeg = specimen.copies.find((copy) => copy.kind === 'jpeg')
  if (jpeg) {
    const bytes = await image.jpeg({ quality: jpeg.quality }).toBuffer()
    const broken = specimen.copies.find((copy) => copy.kind === 'broken-off')
    return { bytes: broken ? bytes.subarray(0, Math.floor(bytes.length * broken.share)) : bytes, ending: 'jpg' }
  }
  const grey = picture.channels === 1 ? image.toColourspace('b-w') : image
  const bytes = await grey
    .png(isFax ? { palette: true, colours: 2, compressionLevel: 6 } : { compressionLevel: 2 })
    .toBuffer()
  return { bytes, ending: 'png' }
}
