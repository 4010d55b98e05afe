// Forms to be filled in by hand: broad columns of labels with notes, units printed beforehand, and titles that name what is asked for.
import { describe, expect, test } from 'vitest'
import { kindOf } from '../../../shared/rules/screening/kind.ts'
import type { RuledLines } from '../../../shared/rules/screening/cells.ts'
import { find, statesOf, word } from './made-up-page.ts'

/** One row of a form: a broad label cell from 100 to 1000, its place to write in from 1000 to 2300. */
const row: RuledLines = {
  down: [100, 1000, 2300].map((x) => ({ x0: x, y0: 400, x1: x, y1: 640 })),
  across: [400, 640].map((y) => ({ x0: 100, y0: y, x1: 2300, y1: y })),
}
const label = [word('本籍', 120, 480), word('(外国人のときは国籍だけ)', 120, 540)]
const units = [word('番地', 2100, 500), word('番', 2100, 550)]

describe('番地 and 番 printed at the end of the place for a 本籍', () => {
  test('are no value: nobody filled it in', () => {
    expect(statesOf(find('application-form', [...label, ...units], { rules: row }))).toEqual(['blank'])
    expect(statesOf(find('other', [word('本籍', 120, 480), word('番地・番', 1500, 480)]))).toEqual(['blank'])
  })

  test('stand behind what was', () => {
    const value = word('群馬県沼田市下之町54', 1020, 420)
    expect(statesOf(find('application-form', [...label, value, ...units], { rules: row }))).toEqual(['visible'])
  })

  test('are no name of a 筆頭者 before them', () => {
    const words = [word('筆頭者', 1020, 530), word('(省略)', 1260, 530), ...units]
    expect(statesOf(find('other', words, { rules: row }), 'head-of-register')).toEqual(['omitted'])
  })
})

test('the name stands in the cell beside a broad cell with its label', () => {
  const words = [word('筆頭者', 120, 500), word('大和田茂', 1020, 500)]
  expect(statesOf(find('juminhyo', words, { rules: row }), 'head-of-register')).toEqual(['visible'])
})

describe('a page that names certificates', () => {
  test.each([
    ['to tick', 'application-form', ['個人情報開示等請求書', '口戸籍謄本(法定代理人の場合)', '□除籍全部事項証明']],
    ['it asks for', 'other', ['住民票・戸籍証明書等請求書', '世帯主', '続柄', '筆頭者']],
    ['in a letter', 'other', ['受任通知', '株式会社大和田商会御中', 'なお、住民票の写しは追ってお送りします。']],
    [
      'in a letter read badly',
      'other',
      ['当職は代理人として通知したします。', 'なお、住民票の写しは追ってお送りします。'],
    ],
    ['of land', 'other', ['全部事項証明書(土地)', '登記記録に記録されている事項の全部']],
  ])('%s is none of them', (_where, kind, texts) => {
    expect(kindOf(texts.map((text, index) => word(text, 200, 200 + 80 * index))).kind).toBe(kind)
  })

  test('and a certificate is one still, in polite words', () => {
    const texts = ['住民票の写し', '世帯主', '上記のとおり証明いたします。']
    expect(kindOf(texts.map((text, index) => word(text, 200, 200 + 80 * index))).kind).toBe('juminhyo')
  })
})

test('when a 本籍 was changed is written in its cell and shows none', () => {
  const words = [word('本籍', 120, 480), word('平成19年1月24日転籍平成19年2月1日通知', 420, 480)]
  expect(statesOf(find('juminhyo', words))).toEqual(['unreadable'])
})
