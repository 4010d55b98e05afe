// What a letter's typeface can draw, and how an address is broken into the lines of a window.
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addressBlock } from '../../main/notices/address-block.ts'
import { drawnBy, readCharacterMap, type CharacterMap } from '../../main/paper/character-map.ts'
import { openTrimmer } from '../../main/paper/trim-font.ts'
import { defaultDeskSettings } from '../../shared/settings.ts'
import { hanako } from './cases-desk.ts'
import { fontsFolder } from './papers-fixture.ts'

let fonts: Buffer[]
let maps: CharacterMap[]
let folder: string

beforeAll(async () => {
  folder = await fontsFolder()
  const files = ['BIZUDMincho_400Regular.ttf', 'BIZUDGothic_700Bold.ttf']
  fonts = await Promise.all(files.map((file) => readFile(join(folder, file))))
  maps = fonts.map(readCharacterMap)
})
afterAll(() => rm(folder, { recursive: true }))

describe('characters', () => {
  it.each([
    ['髙﨑濵德', []], // 外字 of the past, in Unicode today
    ['𡈽屋 𩸽', []], // 4-byte characters
    ['𠮷野', ['𠮷']], // one that the fonts lack
    ['葛󠄀城', []], // IVS that the fonts have
    ['齋藤 ﾊﾅｺ', []],
    ['辻\u{e010f}', ['辻\u{e010f}']], // a form that they do not have is not drawn as another
    ['한국', ['한', '국']],
    ['花子😀と😀', ['😀']],
    ['\u{e000}', ['\u{e000}']], // 外字 of one PC's own
    ['太\u0007郎', ['\u0007']],
  ])('%s: missing %j', (text, missing) => {
    for (const map of maps) expect([...drawnBy(map, text).missing]).toEqual(missing)
  })

  it('are found by the map wherever they stand', () => {
    for (const map of maps) {
      expect([0x20, 0x3042, 0x4e00, 0x9fa0, 0xff21, 0x2123d].map(map.glyphOf)).not.toContain(null)
      expect([0, 0xd800, 0xffff, 0x10ffff].map(map.glyphOf)).toEqual([null, null, null, null])
    }
  })
})

/** An own reading of a font's tables. */
function tableOf(font: Buffer, tag: string): Buffer {
  const at = font.indexOf(tag, 12, 'latin1')
  const from = font.readUInt32BE(at + 8)
  return font.subarray(from, from + font.readUInt32BE(at + 12))
}

function outlineOf(font: Buffer, glyph: number): Buffer {
  const loca = tableOf(font, 'loca')
  const isLong = tableOf(font, 'head').readInt16BE(50) === 1
  const offset = (index: number): number => (isLong ? loca.readUInt32BE(4 * index) : 2 * loca.readUInt16BE(2 * index))
  return tableOf(font, 'glyf').subarray(offset(glyph), offset(glyph + 1))
}

/** What a glyph looks like, whatever it is numbered: of one that is put together, the first part. */
function lookOf(font: Buffer, glyph: number): { width: number; isOfParts: boolean; outline: string } {
  const width = tableOf(font, 'hmtx').readUInt16BE(4 * glyph)
  const outline = outlineOf(font, glyph)
  if (outline.length === 0 || outline.readInt16BE(0) >= 0)
    // Outlines are padded to four bytes.
    return { width, isOfParts: false, outline: outline.toString('hex').replace(/(?:00){1,3}$/, '') }
  return { width, isOfParts: true, outline: lookOf(font, outline.readUInt16BE(12)).outline }
}

describe('a font that is trimmed to a text', () => {
  it('draws the text as before, and hardly holds more', () => {
    const text = '髙橋 花子 様 葛󠄀城 é ガ'
    for (const [index, font] of fonts.entries()) {
      const map = maps[index]
      if (map === undefined) throw new Error('A font has no map.')
      const trimmed = openTrimmer(font)(drawnBy(map, text).drawing)
      expect(trimmed.length).toBeLessThan(30_000)
      const trimmedMap = readCharacterMap(trimmed)
      for (const character of text.replace('\u{e0100}', '')) {
        const codePoint = character.codePointAt(0) ?? 0
        const before = lookOf(font, map.glyphOf(codePoint) ?? 0)
        expect(lookOf(trimmed, trimmedMap.glyphOf(codePoint) ?? 0)).toEqual(before)
      }
      const varied = [0x845b, 0xe0100] as const
      const form = lookOf(trimmed, trimmedMap.glyphOfVariation(...varied) ?? 0)
      expect(form).toEqual(lookOf(font, map.glyphOfVariation(...varied) ?? 0))
      expect(form).not.toEqual(lookOf(font, map.glyphOf(varied[0]) ?? 0))
      expect(drawnBy(trimmedMap, '龍').missing).toEqual(new Set('龍'))
    }
  })

  it('needs no table of forms when the text insists on none', () => {
    const [font] = fonts
    const [map] = maps
    if (font === undefined || map === undefined) throw new Error('There is no font.')
    const trimmed = openTrimmer(font)(drawnBy(map, '花子').drawing)
    expect(tableOf(trimmed, 'cmap').readUInt16BE(2)).toBe(1)
  })
})

describe('an address in the window', () => {
  const window = defaultDeskSettings.envelopeWindow
  const of = (address: string, name = hanako.name) => addressBlock({ ...hanako, address, name }, window, '様')

  it('breaks at spaces first, and keeps lines as they were written', () => {
    expect(of('東京都渋谷区渋谷一丁目2番3号 見本マンション405号室')?.addressLines).toEqual([
      '東京都渋谷区渋谷一丁目2番3号',
      '見本マンション405号室',
    ])
    expect(of('大阪府\n大阪市北区1-1')?.addressLines).toEqual(['大阪府', '大阪市北区1-1'])
  })

  it('never breaks inside a number or before a long-vowel mark', () => {
    expect(of('北海道虻田郡真狩村字見本二百三十四番地の五六七番館')?.addressLines).toEqual([
      '北海道虻田郡真狩村字見本',
      '二百三十四番地の五六七番館',
    ])
    for (let length = 0; length < 30; length += 1) {
      const lines = of(`${'市'.repeat(length)}ニュータウン12-345-6789号室`)?.addressLines ?? []
      for (const line of lines) expect(line).not.toMatch(/^ー/)
      expect(lines.some((line) => line.includes('12-345-6789号室'))).toBe(true)
    }
  })

  it('is set smaller when it is long, and not at all when it cannot be read any more', () => {
    expect(of('東京都渋谷区1-2-3')?.sizePt).toBe(11)
    expect(of('東京都渋谷区'.repeat(20))?.sizePt).toBeLessThan(11)
    expect(of('東京都渋谷区'.repeat(100))).toBeNull()
  })

  it('loses no character, whatever it is', () => {
    const text = fc.string({
      unit: fc.constantFrom('東', '京', '1', '2', '-', 'ー', ' ', '　', '\n', '一', 'の', '号', 'ﾏ', 'a', '𠮷'),
      maxLength: 60,
    })
    const solid = (written: string): string => written.replace(/\s/g, '')
    fc.assert(
      fc.property(text, text, (address, name) => {
        const block = of(address, name)
        if (block === null) return
        expect(solid(block.addressLines.join(''))).toBe(solid(address))
        expect(solid(block.nameLines.join(''))).toBe(solid(`${name}様`))
      }),
    )
  })
})
