// Draws the pages that screening is measured on: of layouts and fonts that tuning saw, and of those it never did.
import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { DocumentKind } from '../../shared/screening.ts'
import { renderSpecimens, specimens } from '../specimens/index.ts'
import type { Part, Specimen, Truth } from '../specimens/index.ts'

export interface Wanted {
  /** Of each part. */
  pages: number
  parts: readonly Part[]
  seed: number
  /** Null: all of them. */
  kind: DocumentKind | null
  /** The beginning of a treatment's name, such as `see-through`; null: all of them. */
  state: string | null
}

/** So many are looked through for those of one kind and state. */
const looked = 4000

export interface Drawn {
  part: Part
  folder: string
  truths: Truth[]
}

export async function drawPages(wanted: Wanted, folder: string): Promise<Drawn[]> {
  const drawn: Drawn[] = []
  for (const part of wanted.parts) {
    const to = join(folder, part)
    drawn.push({ part, folder: to, truths: await renderSpecimens(chosen(wanted, part), { to }) })
  }
  return drawn
}

function chosen({ pages, seed, kind, state }: Wanted, part: Part): Specimen[] {
  if (kind === null && state === null) return specimens({ part, count: pages, seed })
  const list = specimens({ part, count: looked, seed }).filter(
    (specimen) => (kind === null || specimen.kind === kind) && (state === null || specimen.domicile.startsWith(state)),
  )
  return list.slice(0, pages)
}

/** For a developer's eye: the pages with their truth, where a person may look at them. */
export async function keepPages(drawn: readonly Drawn[], to: string): Promise<void> {
  for (const { part, folder, truths } of drawn) {
    await mkdir(join(to, part), { recursive: true })
    for (const file of ['truth.jsonl', ...truths.map((truth) => truth.file)])
      await copyFile(join(folder, file), join(to, part, file))
  }
}
