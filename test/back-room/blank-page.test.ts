// What makes a sheet blank, on drawn backs: the other side's print, dust, holes, staples and shadows are nothing, a faint stamp is something.
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import type { Sharp } from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { hasMarks } from '../../main/reading/index.ts'
import type { Grey } from '../../main/reading/index.ts'
import { juminhyo } from './mail.ts'

/** A4 at 200 dpi. */
const size = { width: 1654, height: 2339 }
const mm = 200 / 25.4
const paper = 246

let front: Uint8Array
let fontfile: string

beforeAll(async () => {
  front = await greyOf(sharp(await juminhyo()))
  fontfile = fileURLToPath(
    new URL(
      '../../node_modules/@expo-google-fonts/biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf',
      import.meta.url,
    ),
  )
})

async function greyOf(image: Sharp): Promise<Uint8Array> {
  return new Uint8Array(await image.toColourspace('b-w').removeAlpha().raw().toBuffer())
}

/** A sheet with this drawn on it as SVG; `ink` is how far it stands out of the paper, 0–1. */
async function sheet(svg: string, ink = 1): Promise<Grey> {
  const whole = `<svg width="${size.width}" height="${size.height}"><rect width="100%" height="100%" fill="#fff"/>${svg}</svg>`
  const drawn = await greyOf(sharp(Buffer.from(whole)))
  return { ...size, data: drawn.map((value) => paper - (255 - value) * ink * (paper / 255)) }
}

/** What is printed on the other side, mirrored, soft and pale. */
async function withOtherSide({ data, ...rest }: Grey, ink: number): Promise<Grey> {
  const raw = { raw: { width: size.width, height: size.height, channels: 1 as const } }
  const mirrored = await greyOf(sharp(front, raw).flop().blur(1.6))
  return { ...rest, data: data.map((value, at) => value - (255 - (mirrored[at] ?? 255)) * ink) }
}

function withDust({ data, ...rest }: Grey, count: number): Grey {
  const dirty = Uint8Array.from(data)
  let state = 11
  for (let speck = 0; speck < count; speck++) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    const at = state % dirty.length
    for (const step of [0, 1, size.width, size.width + 1, 2, 2 * size.width]) dirty[at + step] = 40
  }
  return { ...rest, data: dirty }
}

const dot = (x: number, y: number, r: number): string => `<circle cx="${x * mm}" cy="${y * mm}" r="${r * mm}"/>`
const holes = dot(12, 108, 3) + dot(12, 188, 3)
const bar = (x: number, y: number, w: number, h: number, shade = '#000'): string =>
  `<rect x="${x * mm}" y="${y * mm}" width="${w * mm}" height="${h * mm}" fill="${shade}"/>`

describe('blank', () => {
  test.each([
    ['white paper', () => sheet('')],
    ['the other side, as thin paper shows it', async () => withOtherSide(await sheet(''), 0.08)],
    ['the other side, as very thin paper shows it', async () => withOtherSide(await sheet(''), 0.13)],
    ['dust', async () => withDust(await sheet(''), 120)],
    ['punch holes', () => sheet(holes)],
    ['a staple', () => sheet(`<g transform="rotate(40 80 80)">${bar(8, 9, 10, 0.7)}</g>`)],
    ['a fold across', () => sheet(bar(0, 148, 210, 3, '#999'))],
    ['a streak of the feeder', () => sheet(bar(90, 0, 0.3, 297, '#666'))],
    ['the shadow of the edge', () => sheet(bar(0, 0, 3, 297, '#333') + bar(0, 294, 210, 3, '#111'))],
    [
      'all of it together',
      async () => withDust(await withOtherSide(await sheet(holes + bar(207, 0, 3, 297, '#444')), 0.1), 60),
    ],
  ] as const)('%s', async (_, make) => {
    expect(hasMarks(await make())).toBe(false)
  })
})

describe('not blank', () => {
  const text = (words: string, sizeMm: number): Promise<Buffer> =>
    sharp({ text: { text: words, font: 'BIZ UDGothic', fontfile, rgba: true, dpi: Math.round((sizeMm / 3.5) * 200) } })
      .png()
      .toBuffer()
  const written = async (words: string, sizeMm: number, ink: number): Promise<Grey> => {
    const base = sharp({ create: { ...size, channels: 3, background: '#fff' } })
    const drawn = await greyOf(base.composite([{ input: await text(words, sizeMm), left: 700, top: 1200 }]))
    return { ...size, data: drawn.map((value) => paper - (255 - value) * ink) }
  }
  const ring = `<circle cx="900" cy="700" r="${14 * mm}" fill="none" stroke="#000" stroke-width="${0.5 * mm}"/>`

  test.each([
    ['a faint stamp', () => sheet(ring, 0.22)],
    ['a faint stamp on the back of a printed sheet', async () => withOtherSide(await sheet(ring, 0.3), 0.08)],
    ['a page number', () => written('2', 3.5, 0.8)],
    ['a word in pencil', () => written('済', 6, 0.3)],
    [
      'a seal in the margin',
      () => sheet(`<rect x="60" y="60" width="90" height="90" fill="none" stroke="#000" stroke-width="6"/>`, 0.5),
    ],
    ['a pale line of print', () => written('この面は記入しないでください', 3.5, 0.35)],
  ] as const)('%s', async (_, make) => {
    expect(hasMarks(await make())).toBe(true)
  })
})
