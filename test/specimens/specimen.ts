// What a specimen is: a plain description from which one page, and the truth about it, can be drawn again at any time.
import type { Box, DocumentKind, Field, FieldState, Turn, Verdict } from '../../shared/screening.ts'

/** Tuning may look at the one and never at the other: no layout and no typeface is in both. */
export type Part = 'tuned' | 'held-back'

/** What became of a field before the page was sent. */
export type Treatment =
  | 'shown'
  /** Left out at issue; the spelling stands in its place. */
  | `omitted:${string}`
  /** Label printed, nothing in the cell. */
  | 'blank'
  /** Neither label nor value printed. */
  | 'absent'
  /** The value printed, its label nowhere. */
  | 'unlabelled'
  | CoverTreatment

/** Covers the sender put over the printed value. */
export type CoverTreatment =
  | 'pen'
  /** Dark blue, green or red: grey on a copy, and opaque. */
  | 'coloured-pen'
  | 'bar'
  | 'tape'
  /** Correction tape so thin that the print shows on the copy. */
  | 'thin-tape'
  | 'strip'
  | 'mosaic'
  | 'see-through-light'
  | 'see-through-middle'
  | 'see-through-strong'
  | 'hatched'
  | 'sticking-out'
  /** One line through the value: as legible as before. */
  | 'struck-out'
  | 'row'
  /** The whole row under white tape: it looks as if it had never been printed. */
  | 'row-tape'
  | 'label-only'
  | 'stroke'

/** One thing done to the paper or to its picture, in this order of kinds: paper, cover, copier, scanner, file. */
export type Copy =
  /** The fine coloured pattern of an office's own paper. */
  | { kind: 'pattern'; colour: string }
  | { kind: 'watermark'; text: string }
  | { kind: 'fold'; at: number }
  | { kind: 'staple' }
  | { kind: 'photocopy'; generation: 1 | 2 | 3 }
  | { kind: 'faded' }
  | { kind: 'dark' }
  | { kind: 'grey' }
  | { kind: 'fax' }
  | { kind: 'skew'; degrees: number }
  | { kind: 'photo'; strength: number }
  /** Dirt on the glass of a sheet feeder draws lines down the page. */
  | { kind: 'streaks' }
  | { kind: 'cut'; share: number }
  /** Shaken, or out of focus: by so many mm on the paper. */
  | { kind: 'blurred'; mm: number }
  /** Ink that stands out from its paper by this share of black to white alone. */
  | { kind: 'pale'; contrast: number }
  /** Laid beside the glass: so many mm of what is on the sheet are lost at its left. */
  | { kind: 'off-glass'; mm: number }
  | { kind: 'turn'; degrees: 90 | 180 | 270 }
  | { kind: 'jpeg'; quality: number }
  /** The file ends after a share of its bytes. */
  | { kind: 'broken-off'; share: number }

export interface Specimen {
  /** File name without its ending. */
  name: string
  part: Part
  seed: string
  kind: DocumentKind
  layout: string
  /** A second card on the same sheet, or null. */
  beside: string | null
  font: string
  hand: string
  fixed: string
  people: number
  /** `head` null: the head of the register is treated as the domicile is. */
  domicile: Treatment
  head: Treatment | null
  /** Persons from this one on keep what `domicile` hides: 1 = only the first is hidden. */
  hiddenPeople: number | null
  /** The other fields nobody may keep, all alike. */
  numbers: 'shown' | 'omitted' | 'pen' | 'bar'
  /** For cards: on an A4 sheet held upright or lying, or the card's own scan. */
  sheet: 'a4' | 'a4-lying' | 'own'
  dpi: number
  copies: Copy[]
}

export interface FieldTruth {
  field: Field
  state: FieldState
  /** Bounding box of the value (of its empty cell, if blank) in the delivered page's whole pixels. */
  box: Box
  /** The same value as four corners, clockwise from its own top left: tighter than `box` on a skewed page. */
  corners: readonly (readonly [number, number])[]
  labelBox: Box | null
  person: number
  treatment: Treatment
  /** What is printed there, legible or not. */
  text: string
}

/** What a page prints of itself and of its bearers beside the fields: marked where it is drawn. */
export const said = ['name', 'issued', 'expires'] as const
export type Said = (typeof said)[number]

/** Who the page says somebody is. Null and empty where it says nothing. */
export interface IdentityTruth {
  people: { name: string | null; birthDate: string | null }[]
  address: string | null
  issuedOn: string | null
  expiresOn: string | null
}

export interface Truth {
  file: string
  kind: DocumentKind
  /** Degrees clockwise that make the delivered page upright. */
  turn: Turn
  width: number
  height: number
  /** The right verdict as far as 本籍 goes; the other fields' policy is a setting, their states are in `fields`. */
  expected: Verdict
  /** Other answers that are no mistake: a row blacked out whole cannot be told from a document without one. */
  tolerated: Verdict[]
  fields: FieldTruth[]
  identity: IdentityTruth
  part: Part
  layout: string
  beside: string | null
  font: string
  damage: string[]
  dpi: number
}
