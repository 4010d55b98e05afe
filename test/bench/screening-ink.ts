// Looks at the pixels themselves: how much of a value's print lies inside boxes, and how much a mask left open.
import sharp from 'sharp'
import type { Box, Finding } from '../../shared/screening.ts'
import type { FieldTruth, Treatment, Truth } from '../specimens/index.ts'
import { covered, domicile, domicilesOf, isOpen, skewOf } from './screening-judged.ts'
import type { CoveredBox } from './screening-judged.ts'

interface Grey {
  width: number
  height: number
  data: Uint8Array
}

/** Treatments that lay nothing over the value: what does reaches into the next row itself, and so does a box over all of it. */
const bare: ReadonlySet<Treatment> = new Set(['shown', 'unlabelled', 'label-only'])

type Pixel = readonly [x: number, y: number]

/** Further from its own row than this share of its height, a box lies in the next one. */
const room = 0.6

export async function greyOf(bytes: Buffer): Promise<Grey> {
  const { data, info } = await sharp(bytes, { limitInputPixels: false })
    .toColourspace('b-w')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data }
}

/** Of every 本籍 that can be read; what lies over a part of it is as dark as its print, and has to be inside as well. */
export function coveredBoxes(page: Grey, truth: Truth, findings: readonly Finding[]): CoveredBox[] {
  const open = findings.filter(({ field, state }) => field === domicile && isOpen(state)).map(({ box }) => box)
  const isStraight = skewOf(truth.damage) <= 1 && !truth.damage.includes('photo')
  return legible(truth).map((field) => {
    const ink = inkOf(page, field)
    const own = open.filter((box) => ink.some((pixel) => isIn(pixel, box)))
    return {
      ink: ink.filter((pixel) => own.some((box) => isIn(pixel, box))).length / Math.max(1, ink.length),
      touchesNeighbour:
        isStraight && bare.has(field.treatment) ? own.some((box) => reachesOut(box, field, truth)) : null,
    }
  })
}

/** The largest share of a legible 本籍's print that is outside all boxes a page was masked with. */
export function leftOpen(page: Grey, truth: Truth, boxes: readonly Box[]): number {
  const shares = legible(truth).map((field) => {
    const ink = inkOf(page, field)
    return ink.filter((pixel) => !boxes.some((box) => isIn(pixel, box))).length / Math.max(1, ink.length)
  })
  return Math.max(0, ...shares)
}

function legible(truth: Truth): FieldTruth[] {
  return domicilesOf(truth).filter(({ state }) => isOpen(state))
}

/** Dark pixels inside the value's four corners; dark is nearer to its darkest than to its paper. */
function inkOf({ width, height, data }: Grey, { box, corners }: FieldTruth): Pixel[] {
  const inside: { pixel: Pixel; shade: number }[] = []
  const [left, top, w, h] = box
  for (let y = Math.max(0, top); y < Math.min(height, top + h); y++)
    for (let x = Math.max(0, left); x < Math.min(width, left + w); x++)
      if (isWithin(x + 0.5, y + 0.5, corners)) inside.push({ pixel: [x, y], shade: data[y * width + x] ?? 255 })
  const shades = inside.map(({ shade }) => shade).toSorted((a, b) => a - b)
  const [darkest = 0, paper = 255] = [shades[Math.floor(shades.length * 0.01)], shades[Math.floor(shades.length * 0.9)]]
  const limit = darkest + (paper - darkest) * 0.4
  return inside.filter(({ shade }) => shade <= limit).map(({ pixel }) => pixel)
}

/** Corners go clockwise on the page, whose y grows downwards. */
function isWithin(x: number, y: number, corners: FieldTruth['corners']): boolean {
  return corners.every(([ax, ay], at) => {
    const [bx, by] = corners[(at + 1) % corners.length] ?? [ax, ay]
    return (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= 0
  })
}

function isIn([x, y]: Pixel, [left, top, width, height]: Box): boolean {
  return x >= left && x < left + width && y >= top && y < top + height
}

/** Across the direction of writing the box goes beyond its own row, or it lies on another field. */
function reachesOut(box: Box, { box: own, field, person }: FieldTruth, truth: Truth): boolean {
  const isUpright = own[3] > own[2]
  const [start, size] = isUpright ? ([0, 2] as const) : ([1, 3] as const)
  const beyond = Math.max(own[start] - box[start], box[start] + box[size] - own[start] - own[size])
  if (beyond > own[size] * room) return true
  return truth.fields.some(
    (other) => (other.field !== field || other.person !== person) && covered(other.box, box) > 0.25,
  )
}
