// Numbers, codes and declarations nobody may keep: in groups, in boxes, without their labels.
import { describe, expect, test } from 'vitest'
import type { Patch, Word } from '../../shared/rules/screening/words.ts'
import type { DocumentKind } from '../../shared/screening.ts'
import { column, find as findOn, statesOf as states, word } from './made-up-page.ts'

function cover(x: number, y: number, w: number, text: string | null = null): Patch {
  return { rect: { x, y, w, h: 48 }, text, isHatched: false }
}

function find(kind: DocumentKind, words: Word[], patches: Patch[] = []) {
  return findOn(kind, words, { patches })
}

describe('numbers and codes', () => {
  test('an insurer number in boxes of one digit, one without its label, and an insured number by its branch', () => {
    const boxes = [...'01130012'].map((digit, at) => word(digit, 500 + 80 * at, 500))
    const found = find('insurance', [word('保険者番号', 200, 500), ...boxes])
    expect(found).toMatchObject([{ field: 'insurer-number', state: 'visible', rect: { x: 500, w: 600 } }])
    expect(states(find('insurance', [word('21700023 21(枝番)00', 500, 500)]), 'insured-number')).toEqual(['visible'])
    expect(states(find('other', [word('21700023 21(枝番)00', 500, 500)]), 'insured-number')).toEqual([])
  })

  test('a pension number without its label, on a page that speaks of pensions', () => {
    expect(
      states(find('other', [word('年金手帳', 200, 100), word('1234-567890', 500, 500)]), 'pension-number'),
    ).toEqual(['visible'])
    expect(find('other', [word('1234-567890', 500, 500)])).toEqual([])
  })

  test('one line of the organ donor’s declaration on a card that prints it, two on any other page', () => {
    const lines = [word('(1・2で提供したくない議器一心臓・肺・肝臓', 100, 500), word('藏器提供意思', 100, 560)]
    const organs = (kind: DocumentKind, words: Word[]) => states(find(kind, words), 'organ-donation')
    expect([organs('individual-number-card', lines.slice(0, 1)), organs('other', lines.slice(0, 1))]).toEqual([
      ['visible'],
      [],
    ])
    expect(organs('other', lines)).toEqual(['visible'])
    expect(organs('application-form', lines)).toEqual([])
  })

  test('the shadow beside a card masks no number', () => {
    const shadow = { rect: { x: 1110, y: 6, w: 18, h: 750 }, text: null, isHatched: false }
    expect(states(find('individual-number-card', [word('個人番号', 953, 127)], [shadow]), 'individual-number')).toEqual(
      ['blank'],
    )
  })

  test('a pattern read between groups of digits does not end a number', () => {
    const words = [
      word('個人番号', 200, 500),
      word('2004', 600, 500),
      word('融', 780, 500, 0.5),
      word('8317', 860, 500),
      word('7223', 1060, 500),
    ]
    expect(states(find('individual-number-card', words), 'individual-number')).toEqual(['visible'])
  })

  test('groups of digits below their label are one number, with or without the label', () => {
    const groups = [word('2004', 200, 562), word('8317', 400, 562), word('7223', 600, 562)]
    const [labelled] = find('individual-number-card', [word('個人番号', 200, 500), ...groups])
    expect(labelled).toMatchObject({ field: 'individual-number', state: 'visible', rect: { x: 200, w: 560 } })
    expect(states(find('individual-number-card', [word('2004', 200, 562)]), 'individual-number')).toEqual([])
    const valid = [word('1234', 200, 562), word('5678', 400, 562), word('9018', 600, 562)]
    expect(find('individual-number-card', valid)).toMatchObject([
      { field: 'individual-number', state: 'visible', rect: { x: 200, w: 560 } },
    ])
  })

  test('a seal beside a masked value is none of it', () => {
    const words = [word('新本籍', 200, 500), column('埼玉県', 1300, 480)]
    expect(states(find('licence', words, [cover(400, 496, 500)]))).toEqual(['masked'])
  })

  test('a prefecture that shows through a pen on a passport needs no label', () => {
    expect(
      states(find('passport', [word('P<JPNSAITO<<KEN<<<<<<', 200, 1500)], [cover(900, 700, 240, 'TOTTORI')])),
    ).toEqual(['see-through'])
  })
})
