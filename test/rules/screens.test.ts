// The small rules of the screens: keys that do not collide, words that say the same in both languages, search, zoom.
import { describe, expect, it } from 'vitest'
import { keyboard, nameOfKey } from '../../renderer/keyboard.ts'
import { scaleOf, zoomed } from '../../renderer/screens/review/zoom.ts'
import type { WordTree } from '../../renderer/words/in-both.ts'
import { words } from '../../renderer/words/index.ts'

const keysOf = (...scopes: (keyof typeof keyboard)[]): string[] =>
  scopes.flatMap((scope) => Object.values<readonly string[]>(keyboard[scope]).flat())

describe('the keyboard map', () => {
  // Scopes that listen at the same time: a key means one thing only. Drawing silences the review.
  it.each([
    [['anywhere', 'list', 'inbox']],
    [['anywhere', 'list', 'cases']],
    [['anywhere', 'review']],
    [['drawing']],
  ] as const)('%s', (scopes) => {
    const keys = keysOf(...scopes)
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })

  it.each([
    [{ key: 'L', ctrlKey: true, shiftKey: false }, 'Ctrl+l'],
    [{ key: '?', ctrlKey: false, shiftKey: true }, '?'],
    [{ key: 'J', ctrlKey: false, shiftKey: true }, 'j'],
    [{ key: 'ArrowLeft', ctrlKey: false, shiftKey: true }, 'Shift+ArrowLeft'],
    [{ key: 'Enter', ctrlKey: true, shiftKey: false }, 'Ctrl+Enter'],
  ])('%o is written %s', (pressed, name) => {
    expect(nameOfKey({ ...pressed, metaKey: false, altKey: false })).toBe(name)
  })
})

describe('the words', () => {
  const leaves = (tree: WordTree, path = ''): [string, string][] =>
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${path}${key}`, value]] : leaves(value, `${path}${key}.`),
    )
  const places = (text: string): string[] =>
    [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').toSorted()

  it('fill in the same things in both languages', () => {
    const english = new Map(leaves(words.en))
    const japanese = leaves(words.ja)
    expect(japanese.length).toBeGreaterThan(400)
    for (const [key, text] of japanese) expect([key, places(english.get(key) ?? '')]).toEqual([key, places(text)])
  })

  it('never call a page free of problems', () => {
    for (const [key, text] of leaves(words.ja))
      expect(`${key}: ${text}`).not.toMatch(/問題なし|問題ありません|安全です/)
  })
})

describe('the zoom', () => {
  const page = { width: 2000, height: 3000 }
  const view = { width: 1040, height: 640 }
  it('fits the width or the whole page', () => {
    expect(scaleOf('width', page, view)).toBeCloseTo(0.5)
    expect(scaleOf('page', page, view)).toBeCloseTo(0.2)
    expect(scaleOf(1.5, page, view)).toBe(1.5)
  })

  it('stays within what can be used', () => {
    expect(zoomed(5, 2)).toBe(6)
    expect(zoomed(0.06, 0.5)).toBe(0.05)
  })
})
