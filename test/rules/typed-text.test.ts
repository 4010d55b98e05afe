// Typed and pasted text: unseen characters go, every real one stays, whatever is thrown at it.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { requesterSchema } from '../../shared/cases.ts'
import { charactersTooMany, linesSchema, oneLine, privateCharacters, withoutUnseen } from '../../shared/typed-text.ts'

const requester = { name: '山田 太郎', kana: '', postalCode: '', address: '東京都', contact: '' }

describe('typed text', () => {
  it.each([
    ['山田\u0000太郎', '山田太郎'],
    ['山田\r\n太郎', '山田 太郎'],
    ['山田\t太郎', '山田 太郎'],
    ['\u202E山田\u202C', '山田'],
    ['山\u200B田\uFEFF', '山田'],
    ['山田\uD83D', '山田'],
    ['葛\u{E0100}城 𠮷田', '葛\u{E0100}城 𠮷田'],
    ['\uE000田', '\uE000田'],
    ['👨‍👩‍👧', '👨‍👩‍👧'],
  ])('%j in one line is %j', (typed, kept) => {
    expect(oneLine(typed)).toBe(kept)
  })

  it('keeps the lines of an address', () => {
    expect(withoutUnseen('一丁目\r\n見本ビル\u2028405')).toBe('一丁目\n見本ビル\n405')
  })

  it('never keeps a control or half a character, and changes nothing the second time', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
        (one, other) => {
          const kept = withoutUnseen(one + other)
          expect(kept).not.toMatch(/(?!\n)\p{Cc}|[\u202A-\u202E]|\p{Surrogate}/u)
          expect(withoutUnseen(kept)).toBe(kept)
        },
      ),
    )
  })

  it('names 外字', () => {
    expect(privateCharacters('\uE000田\uE001\uE000')).toEqual(['\uE000', '\uE001'])
    expect(privateCharacters('髙橋 葛\u{E0100}')).toEqual([])
  })
})

describe('a requester', () => {
  it('may have an address of 2,000 characters and no more', () => {
    const address = '町'.repeat(2000)
    expect(requesterSchema.parse({ ...requester, address }).address).toBe(address)
    expect(requesterSchema.safeParse({ ...requester, address: `${address}町` }).success).toBe(false)
  })

  it('loses what cannot be seen, and is none when nothing else is left', () => {
    expect(requesterSchema.parse({ ...requester, name: '山田\u0007\r\n太郎 ' }).name).toBe('山田 太郎')
    expect(requesterSchema.safeParse({ ...requester, name: '\u200B\u0000' }).success).toBe(false)
  })
})

it('what is left counts for the length', () => {
  expect(linesSchema({ max: 3 }).safeParse('a\u0000\u0000b').success).toBe(true)
})

describe('too much text', () => {
  it.each([
    ['見本 花子', 5, 0],
    ['見本 花子', 3, 2],
    ['  見本 花子\u200B\n', 5, 0],
    // A character beyond 16 bits is one for whoever counts.
    ['𠮷野家', 3, 0],
    ['𠮷𠮷𠮷', 2, 1],
    ['葛\u{E0100}城市', 3, 1],
  ])('%j in a field of %i has %i characters too many', (text, most, tooMany) => {
    expect(charactersTooMany(text, most)).toBe(tooMany)
  })

  it('is what the field of that length refuses, and nothing else', () => {
    const text = fc.string({ unit: 'binary', maxLength: 12 })
    fc.assert(
      fc.property(text, fc.nat(12), (typed, most) => {
        expect(linesSchema({ max: most }).safeParse(typed).success).toBe(charactersTooMany(typed, most) === 0)
      }),
    )
  })
})
