// Label sheets for addresses (宛名ラベル): A4 sheets with labels that touch each other, in millimetres.
import { z } from 'zod'

export const labelSheets = ['a4-12', 'a4-24'] as const
export const labelSheetSchema = z.enum(labelSheets)
export type LabelSheet = z.infer<typeof labelSheetSchema>

export interface LabelGrid {
  columns: number
  rows: number
  /** Of one label. */
  widthMm: number
  heightMm: number
}

/** Sizes as the office trade sells them: 12 labels of 86.4 × 42.3 mm, 24 of 66 × 33.9 mm; the white around them is equal on both sides. */
export const labelGrids: Readonly<Record<LabelSheet, LabelGrid>> = {
  'a4-12': { columns: 2, rows: 6, widthMm: 86.4, heightMm: 42.3 },
  'a4-24': { columns: 3, rows: 8, widthMm: 66, heightMm: 33.9 },
}

export const mostLabels = Math.max(...Object.values(labelGrids).map(labelsOn))
/** Of one print. */
export const mostLettersOnLabels = 200

export function labelsOn({ columns, rows }: Pick<LabelGrid, 'columns' | 'rows'>): number {
  return columns * rows
}

export interface LabelPlace {
  /** From 1. */
  sheet: number
  leftMm: number
  topMm: number
}

/** Where `count` labels lie, row by row, when the first free one of the first sheet is `first` (from 1). */
export function labelPlaces(sheet: LabelSheet, first: number, count: number): LabelPlace[] {
  const grid = labelGrids[sheet]
  const { columns, rows, widthMm, heightMm } = grid
  const marginLeftMm = (210 - columns * widthMm) / 2
  const marginTopMm = (297 - rows * heightMm) / 2
  return Array.from({ length: count }, (_, index) => {
    const at = first - 1 + index
    const onSheet = at % labelsOn(grid)
    return {
      sheet: Math.floor(at / labelsOn(grid)) + 1,
      leftMm: marginLeftMm + (onSheet % columns) * widthMm,
      topMm: marginTopMm + Math.floor(onSheet / columns) * heightMm,
    }
  })
}
