// Names written twice: what may differ between an ID and a form without being another name.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReadPerson } from '../../../shared/identity.ts'
import { compareNames } from '../../../shared/rules/identity/compare-names.ts'
import { personFor } from '../../../shared/rules/identity/person-for.ts'

describe('names that are one name', () => {
  it.each([
    ['山田 太郎', '山田太郎', 'width-or-spaces'],
    ['山　田　太　郎', '山田 太郎', 'width-or-spaces'],
    ['髙橋 花子', '高橋 花子', 'old-characters'],
    ['川﨑 健', '川崎 健', 'old-characters'],
    ['渡邊 一', '渡辺 一', 'old-characters'],
    ['渡邉 一', '渡邊 一', 'old-characters'],
    ['齋藤 澤', '斎藤 沢', 'old-characters'],
    ['濵田 眞', '浜田 真', 'old-characters'],
    ['𠮷野 桜', '吉野 櫻', 'old-characters'],
    ['葛\u{E0100}城 誠', '葛城 誠', 'old-characters'],
    ['\u{FA19}谷 祐', '神谷 祐', 'width-or-spaces'],
    ['佐々木 愛', '佐佐木 愛', 'old-characters'],
    ['ﾔﾏﾀﾞ ﾀﾛｳ', 'ヤマダ タロウ', 'width-or-spaces'],
    ['やまだ たろう', 'ヤマダ タロウ', 'kana'],
    ['三ヶ島 薫', '三ケ島 薫', 'kana'],
    ['YAMADA<<TARO', 'Yamada Taro', 'width-or-spaces'],
    ['マイケル・スミス', 'マイケル スミス', 'width-or-spaces'],
  ] as const)('%s and %s', (left, right, allowance) => {
    const comparison = compareNames(left, right)
    expect(comparison.result).toBe('same-after-normalising')
    expect(comparison.allowances).toContain(allowance)
    expect(comparison.differences).toEqual([])
  })

  it('is the same only when written alike', () => {
    expect(compareNames('山田 太郎', '山田 太郎').result).toBe('same')
    expect(compareNames('山田 太郎', '山田 太郎').allowances).toEqual([])
  })
})

describe('names that are two', () => {
  it.each([
    ['斎藤 一', '斉藤 一', [{ left: '斎', right: '斉' }]],
    ['山田 太郎', '山田 太朗', [{ left: '郎', right: '朗' }]],
    ['山田 太郎', '山本 太郎', [{ left: '田', right: '本' }]],
    ['山田 太郎', '山田 太', [{ left: '郎', right: '' }]],
    ['', '山田', [{ left: '', right: '山田' }]],
    ['ハナ', 'バナ', [{ left: 'ハ', right: 'バ' }]],
    [
      '大田 花',
      '太田 英',
      [
        { left: '大', right: '太' },
        { left: '花', right: '英' },
      ],
    ],
  ])('%s and %s', (left, right, differences) => {
    const comparison = compareNames(left, right)
    expect(comparison.result).toBe('different')
    expect(comparison.differences).toEqual(differences)
  })

  it('shows which characters differ, which are only spelt otherwise, and leaves the text whole', () => {
    const { left, right } = compareNames('髙橋　太郎', '高橋 太朗')
    expect(left).toEqual([
      { text: '髙', mark: 'spelling' },
      { text: '橋', mark: 'same' },
      { text: '　', mark: 'spelling' },
      { text: '太', mark: 'same' },
      { text: '郎', mark: 'different' },
    ])
    expect(right.at(-1)).toEqual({ text: '朗', mark: 'different' })
  })
})

describe('any two names', () => {
  const name = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...'髙高﨑崎邊辺 　・ーがガｶﾞ々佐㈱山田太郎A-'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
    maxLength: 12,
  })

  it('agree with themselves and are compared alike from both sides', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(compareNames(a, a).result).toBe('same')
        expect(compareNames(a, b).result).toBe(compareNames(b, a).result)
      }),
    )
  })

  it('are shown as they were written', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const { left, right, result, differences } = compareNames(a, b)
        expect(left.map(({ text }) => text).join('')).toBe(a)
        expect(right.map(({ text }) => text).join('')).toBe(b)
        expect(result === 'different').toBe(differences.length > 0)
        const isMarked = [...left, ...right].some(({ mark }) => mark === 'different')
        expect(isMarked).toBe(result === 'different')
      }),
    )
  })
})

describe('the person of a page that a name speaks of', () => {
  const named = (text: string): ReadPerson => ({
    name: { text, sure: 1, agreed: true, box: [0, 0, 1, 1] },
    kana: null,
    birthDate: null,
  })

  it('is the one named so, however it is written', () => {
    const people = [named('髙橋太郎'), named('髙橋花子')]
    expect(personFor(people, '高橋 花子')).toBe(people[1])
    expect(personFor(people, '山本 一')).toBe(people[0])
    expect(personFor([], '高橋 花子')).toBeNull()
  })
})
