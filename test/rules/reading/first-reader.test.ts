// Which of the two networks of the first reader is believed, by made-up readings.
import { describe, expect, it } from 'vitest'
import { createFirstReader } from '../../../main/reading/first-reader.ts'
import type { Glyph } from '../../../main/reading/read-line.ts'

const picture = { width: 96, height: 48, data: new Uint8Array(96 * 48) }

function reading(text: string, sure: number): Glyph[] {
  return [...text].map((char, index) => ({ char, sure, at: (index + 0.5) / text.length, others: '' }))
}

/** What the first reader makes of one line, and whether it had to ask the reader of signs. */
async function readOne(japanese: Glyph[], signs: Glyph[]): Promise<{ text: string; asked: boolean }> {
  let asked = false
  const read = createFirstReader(
    () => Promise.resolve([japanese]),
    (pictures) => {
      asked = pictures.length > 0
      return Promise.resolve(pictures.map(() => signs))
    },
  )
  const [glyphs = []] = await read([picture])
  return { text: glyphs.map(({ char }) => char).join(''), asked }
}

describe('the first reader', () => {
  it('does not ask twice for Japanese it is sure of', async () => {
    expect(await readOne(reading('転入前住所', 0.98), reading('入前住所', 0.99))).toEqual({
      text: '転入前住所',
      asked: false,
    })
  })

  it('believes the Japanese reader where the other one leaves characters out', async () => {
    expect((await readOne(reading('世帯主', 0.9), reading('世带', 0.99))).text).toBe('世帯主')
  })

  it('believes the other one where the Japanese reader hardly reads anything', async () => {
    expect((await readOne(reading('幻彩', 0.3), reading('名彩', 0.95))).text).toBe('名彩')
  })

  it('takes a row of stars for what it is', async () => {
    expect((await readOne(reading('木木木', 0.99), reading('***', 0.8))).text).toBe('***')
  })

  it('has Latin letters and digits read by the reader of signs unless it is very sure', async () => {
    expect((await readOne(reading('1K4047749', 0.95), reading('TK4047749', 0.99))).text).toBe('TK4047749')
    expect((await readOne(reading('FUKUI', 0.995), reading('FUKUl', 0.9))).asked).toBe(false)
  })

  it('keeps a fuller machine-readable line', async () => {
    const full = reading('TK40477493JPN7902206F', 0.95)
    expect((await readOne(full, reading('TK404774', 0.97))).text).toBe('TK40477493JPN7902206F')
  })

  it('takes what the other one read where it read nothing itself', async () => {
    expect((await readOne([], reading('〒', 0.7))).text).toBe('〒')
  })
})
