// The search: what a person types finds what was written, whatever the width, kana, old characters, spaces, dashes.
import { describe, expect, it } from 'vitest'
import { matchesWords, searchable, searchWords } from '../../shared/rules/search.ts'

const fields = [
  '2026-000123-4',
  '髙橋 花子',
  'タカハシ ハナコ',
  '東京都渋谷区渋谷一丁目2番3号 見本マンション405号室',
].map(searchable)

describe('the search for a case', () => {
  it.each([
    ['', true],
    ['000123', true],
    ['2026ー000123', true],
    ['20260001234', true],
    ['２０２６－０００１２３', true],
    ['髙橋花子', true],
    ['高橋', true],
    ['髙\u{E0100}橋', true],
    ['高橋　花子', true],
    ['たかはし', true],
    ['ﾀｶﾊｼ ﾊﾅｺ', true],
    ['花子 123', true],
    ['渋谷1-2-3', true],
    ['渋谷一丁目２番３号', true],
    ['見本まんしょん', true],
    ['花子 124', false],
    ['山田', false],
    ['渋谷1-2-4', false],
  ])('%s: %s', (typed, found) => {
    expect(matchesWords(searchWords(typed), fields)).toBe(found)
  })

  it('takes characters beyond 16 bits as one', () => {
    expect(matchesWords(searchWords('𠮷田'), [searchable('𠮷田 太郎')])).toBe(true)
    expect(matchesWords(searchWords('吉田'), [searchable('𠮷田 太郎')])).toBe(true)
  })
})
