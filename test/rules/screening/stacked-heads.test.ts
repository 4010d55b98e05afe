// Tables whose heads stand two or three in one ruled cell, each with its line in every cell below.
import { describe, expect, test } from 'vitest'
import type { RuledLines } from '../../../shared/rules/screening/cells.ts'
import type { Patch, Word } from '../../../shared/rules/screening/words.ts'
import { find as findOn, statesOf, word } from './made-up-page.ts'

const [left, right] = [100, 2000]
const xs = [left, 600, 1500, right]
const ys = [200, 360, 520, 680]
const rules: RuledLines = {
  down: xs.map((x) => ({ x0: x, y0: 200, x1: x, y1: 680 })),
  across: ys.map((y) => ({ x0: left, y0: y, x1: right, y1: y })),
}
/** Three heads in the middle column, in their order, between heads that stand alone. */
function heads(stacked: readonly string[]): Word[] {
  return [
    word('氏名', 120, 260),
    ...stacked.map((text, row) => word(text, 620, 210 + 50 * row)),
    word('住民となった日', 1520, 260),
  ]
}
const person = (name: string, y: number): Word[] => [word(name, 120, y + 60), word('平成8年5月1日', 1520, y + 60)]
const find = (words: Word[]): ReturnType<typeof findOn> => findOn('juminhyo', words, { rules })

describe('a 本籍 under heads that stand one below the other', () => {
  test('is found in the row of every person, and so is the name below it', () => {
    const words = [
      ...heads(['本籍', '筆頭者', '続柄']),
      ...person('佐野勝', 360),
      word('熊本県八代市松江町12番地', 620, 370),
      word('佐野勝', 620, 420),
      word('世帯主', 620, 470),
      ...person('佐野玲', 520),
      word('大分県中津市豊田町6番地', 620, 530),
      word('佐野武', 620, 580),
      word('妻', 620, 630),
    ]
    expect(statesOf(find(words))).toEqual(['visible', 'visible'])
    const names = find(words).filter(({ field }) => field === 'head-of-register')
    expect(names.map(({ rect }) => [rect.y, rect.h])).toEqual([
      [420, 40],
      [580, 40],
    ])
  })

  test('is not the former address below it, when its own line is gone', () => {
    const words = [
      ...heads(['筆頭者', '本籍', '前住所']),
      ...person('佐野勝', 360),
      word('佐野勝', 620, 370),
      word('熊本県八代市松江町12番地', 620, 470),
      ...person('佐野玲', 520),
      word('大分県中津市豊田町6番地', 620, 630),
    ]
    expect(statesOf(find(words)).filter((state) => state === 'visible')).toEqual([])
  })
})

test('bars over all that stands below such heads leave nothing to look for', () => {
  const words = [...heads(['本籍', '筆頭者']), ...person('佐野勝', 360), ...person('佐野玲', 520)]
  const bar = (y: number, text: string | null = null): Patch => ({
    rect: { x: 610, y, w: 600, h: 50 },
    text,
    isHatched: false,
  })
  const states = (patches: Patch[]): string[] => statesOf(findOn('juminhyo', words, { rules, patches }))
  expect(new Set(states([bar(370), bar(430), bar(530), bar(590)]))).toEqual(new Set(['masked']))
  expect(states([bar(370), bar(530, '大分県中津市豊田町')])).toContain('see-through')
})

describe('under a head, white paper over the beginning of a value', () => {
  test('leaves its end to be seen in the column', () => {
    const words = [word('本籍', 140, 260), word('筆頭者', 620, 260), word('改製', 1520, 260), word('八番地', 400, 420)]
    expect(statesOf(find([...words, word('(省略)', 620, 420), word('平成17年3月1日', 1520, 420)]))).toEqual(['visible'])
  })

  test('leaves its end to be seen in the cell of a small label', () => {
    expect(statesOf(find([word('本籍', 620, 370), word('番地', 1100, 440)]))).toEqual(['visible'])
  })
})
