// Which side of a card a page shows, by what only that side prints.
import { expect, test } from 'vitest'
import { sideOf } from '../../../shared/rules/screening/side.ts'
import { makeWord } from '../../../shared/rules/screening/words.ts'
import type { Word } from '../../../shared/rules/screening/words.ts'

function word(text: string): Word {
  const letters = [...text].map((char, at) => ({ char, sure: 0.97, x: 40 * at, others: '' }))
  return makeWord(letters, { x: 0, y: 0, w: 40 * text.length, h: 40 })
}

test.each([
  ['licence', ['氏名', '2029年(令和11年)06月01日まで有効', '運転免許証'], 'front'],
  ['licence', ['備考', '令和5年4月1日新住所東京都見本区見本町1-2-3'], 'back'],
  ['licence', ['備考', '私は、脳死後及び心臓が停止した死後のいずれでも、移植の為に臓器を提供します。'], 'back'],
  ['licence', ['運転免許証', '新住所東京都見本区'], null],
  ['licence', ['見本'], null],
  ['individual-number-card', ['2030年3月31日まで有効', '電子証明書の有効期限'], 'front'],
  ['individual-number-card', ['個人番号', 'マイナンバー(個人番号)', '123456789018'], 'back'],
  ['residence-card', ['国籍・地域', '就労制限の有無'], 'front'],
  ['residence-card', ['届出年月日', '住居地記載欄'], 'back'],
  ['insurance', ['記号21700023', '保険者番号'], 'front'],
  ['insurance', ['備考', '臓器提供に関する意思'], 'back'],
  ['juminhyo', ['備考', '住民票'], null],
] as const)('%s with %o is its %s', (kind, texts, side) => {
  expect(sideOf(kind, texts.map(word))).toBe(side)
})
