// What a layout promises: a size in mm, the kinds and fields it can carry, and how it is drawn.
import type { DocumentKind } from '../../../shared/screening.ts'
import type { LayoutInput } from '../drawing.ts'
import type { Part } from '../specimen.ts'

export interface Layout {
  id: string
  kind: DocumentKind
  part: Part
  /** Cards and passports are laid on a sheet before they are copied. */
  form: 'sheet' | 'card'
  widthMm: number
  heightMm: number
  /** Fewest and most persons on it. */
  people: readonly [number, number]
  /** `always`: an ordinary specimen shows a 本籍; `empty`: its row is printed without a value; `never`: none at all. */
  domicile: 'always' | 'empty' | 'never'
  draw(input: LayoutInput): string
}

/** ID-1, ISO/IEC 7810. */
export const cardMm = { widthMm: 85.6, heightMm: 53.98 } as const
export const a4Mm = { widthMm: 210, heightMm: 297 } as const
