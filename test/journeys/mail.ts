// The mail of the main job: rendered specimens of fictional people, written as the office copier would.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openBrowser } from '../specimens/browser.ts'
import { layoutNamed } from '../specimens/layouts/index.ts'
import { household, type Person } from '../specimens/people.ts'
import { seededRandom } from '../specimens/random.ts'
import { renderSpecimen } from '../specimens/render.ts'
import type { Specimen, Truth } from '../specimens/specimen.ts'
import { plainSpecimen } from '../specimens/specimens.ts'

export interface Piece {
  fileName: string
  bytes: Buffer
  truth: Truth
  person: Person
}

export interface Mail {
  juminhyo: Piece
  passport: Piece
  licence: Piece
  insurance: Piece
  /** The head of a JPEG whose end was never written. */
  broken: { fileName: string; bytes: Buffer }
}

/** The requester of the story sends the 住民票 first and the licence as the replacement. */
export async function specimenMail(): Promise<Mail> {
  const browser = await openBrowser()
  async function piece(fileName: string, layout: string, seed: string, changes: Partial<Specimen>): Promise<Piece> {
    const specimen = plainSpecimen(layoutNamed(layout), seed, { people: 1, ...changes })
    const { bytes, truth } = await renderSpecimen(browser, specimen)
    const [person] = household(1, seededRandom('people', seed))
    if (person === undefined) throw new Error('A household without a person.')
    return { fileName, bytes, truth, person }
  }
  try {
    const seed = 'main-job/requester'
    const juminhyo = await piece('SCAN0001.png', 'juminhyo-standard-household', seed, {
      copies: [{ kind: 'photocopy', generation: 1 }],
    })
    const passport = await piece('SCAN0002.png', 'passport-2013', 'main-job/passport', { copies: [{ kind: 'grey' }] })
    const licence = await piece('SCAN0003.jpg', 'licence-paper', seed, {
      domicile: 'bar',
      copies: [
        { kind: 'turn', degrees: 90 },
        { kind: 'jpeg', quality: 88 },
      ],
    })
    const insurance = await piece('SCAN0004.png', 'insurance-employee', 'main-job/insurance', { numbers: 'bar' })
    const broken = { fileName: 'SCAN0005.jpg', bytes: licence.bytes.subarray(0, Math.floor(licence.bytes.length / 20)) }
    return { juminhyo, passport, licence, insurance, broken }
  } finally {
    await browser.close()
  }
}

/** Writes files as a copier does: whole, into the folder that the desk watches. */
export async function deliver(folder: string, pieces: readonly { fileName: string; bytes: Buffer }[]): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const { fileName, bytes } of pieces) await writeFile(join(folder, fileName), bytes)
}
