// Pages of made-up words and boxes for the screening rules.
import { findFields } from '../../../shared/rules/screening/find-fields.ts'
import type { Found, PageView } from '../../../shared/rules/screening/page-view.ts'
import { makeWord } from '../../../shared/rules/screening/words.ts'
import type { Word } from '../../../shared/rules/screening/words.ts'
import type { DocumentKind, Field, FieldState } from '../../../shared/screening.ts'

/** A line of print, 40 pixels high, its characters 40 pixels wide. */
export function word(text: string, x: number, y: number, sure = 0.97): Word {
  const letters = [...text].map((char, index) => ({ char, sure, x: x + 40 * index + 20, others: '' }))
  return makeWord(letters, { x, y, w: 40 * text.length, h: 40 })
}

/** One character below the other. */
export function column(text: string, x: number, y: number): Word {
  const letters = [...text].map((char) => ({ char, sure: 0.97, x: x + 20, others: '' }))
  return makeWord(letters, { x, y, w: 40, h: 50 * text.length }, true)
}

/** An A4 page of 300 dpi with these words; `more` is whatever else is on it. */
export function viewOf(kind: DocumentKind, words: readonly Word[], more: Partial<PageView> = {}): PageView {
  return {
    width: 2480,
    height: 3508,
    kind,
    kinds: new Set([kind]),
    words,
    patches: [],
    codes: [],
    rules: { across: [], down: [] },
    ink: () => 0,
    depth: () => 0,
    ...more,
  }
}

/** What the rules find on such a page. */
export function find(kind: DocumentKind, words: readonly Word[], more: Partial<PageView> = {}): Found[] {
  return findFields(viewOf(kind, words, more))
}

export function statesOf(found: readonly Found[], field: Field = 'permanent-domicile'): FieldState[] {
  return found.filter((finding) => finding.field === field).map(({ state }) => state)
}
