// Values of pages set in columns, as old registers are: below their label, in the same column.
import { endsLikeDomicile, hasLot, readsAsAddress } from './address.ts'
import { cellAround } from './cells.ts'
import type { Label } from './labels.ts'
import { isHanCharacter } from './name.ts'
import { inked, isLabel, patchesAt } from './page-view.ts'
import type { LabelledPage, Value } from './page-view.ts'
import { around, bottom, makeWord, middleX, middleY, right } from './words.ts'
import type { Rect, Word } from './words.ts'

/** Whether most of the page's characters stand one below the other. */
export function isSetInColumns(page: { words: readonly Word[] }): boolean {
  const count = (words: readonly Word[]): number => words.reduce((sum, word) => sum + word.letters.length, 0)
  return count(page.words.filter((word) => word.vertical && word.letters.length > 1)) > 0.5 * count(page.words)
}

/** A value begins at most so many characters below its label, and goes on after gaps no longer than this. */
const longestGap = 7
/** Where nothing was read a value is looked for so many characters down. */
const reach = 24
/** The next column stands at most so many characters to the left. */
const columnGap = 5

/** A column that begins further away may not be the next one. */
const unreadGap = 2.2

/** Below the label, or, where a label has a column to itself, in the next column. */
export function valueDown(page: LabelledPage, label: Label): Value {
  const at = label.word.rect
  const size = Math.max(1, at.w)
  const below = { x: at.x, y: bottom(at), w: at.w, h: 0 }
  const columns = page.words.filter((word) => isColumn(page, word)).map((word) => word.rect)
  const [nearest] = [...columns, ...page.patches.map((patch) => patch.rect)]
    .filter((rect) => at.x - right(rect) > -0.3 * size && at.x - right(rect) < columnGap * size)
    .filter((rect) => Math.abs(rect.y - at.y) < 4 * size)
    .sort((a, b) => right(b) - right(a))
  const isNext = nearest !== undefined && at.x - right(nearest) < unreadGap * size
  const unread = isNext ? undefined : unreadColumn(page, at, size)
  const beside = unread ?? nearest ?? { ...below, x: at.x - unreadGap * size }
  const own = runFrom(page, label, below, size)
  const next = runFrom(page, label, { ...beside, y: at.y - size, h: 0 }, size, cellAround(page.rules, at).bottom)
  const hasAny = ({ words, rect }: Value): boolean => words.length > 0 || patchesAt(page, rect).length > 0
  if (hasAny(own)) return own
  if (hasAny(next) && !(isRuledOff(page, at, beside) && isStory(next))) return next
  return unread === undefined ? own : { words: [], rect: unread, beside: false }
}

/** Characters one below the other; of a name in large letters, wide apart, each is read by itself. */
function isColumn(page: LabelledPage, word: Word): boolean {
  const { rect } = word
  if (word.text.length > 1) return word.vertical
  return (
    isHanCharacter(word) &&
    page.words.some(
      (next) =>
        next.text !== '' &&
        Math.abs(middleX(next.rect) - middleX(rect)) < 0.4 * rect.w &&
        next.rect.y > rect.y &&
        next.rect.y - bottom(rect) < 2 * rect.w &&
        next.rect.w > 0.6 * rect.w,
    )
  )
}

/** Left of the label, before the next column that was read: one with ink that nobody could read, as a hatching pen leaves it. */
function unreadColumn(page: LabelledPage, at: Rect, size: number): Rect | undefined {
  const places = [1.6, 2.2, 2.8, 3.4].map((gap) => ({ x: at.x - gap * size, y: at.y - size, w: size, h: 6 * size }))
  const place = places.find((each) => page.ink(each) > inked)
  if (place === undefined) return undefined
  let { h } = place
  while (h < reach * size && page.ink({ ...place, y: place.y + h, h: 2 * size }) > inked) h += 2 * size
  return { ...place, h }
}

/** A ruled line parts the label from the column. */
function isRuledOff(page: LabelledPage, at: Rect, column: Rect): boolean {
  const { left } = cellAround(page.rules, at)
  return left !== null && middleX(column) < left
}

function isOfAddress(text: string): boolean {
  return readsAsAddress(text) || endsLikeDomicile(text) || hasLot(text)
}

/** Dated entries of a register, without anything of an address. */
function isStory({ words }: Value): boolean {
  const text = words.map((word) => word.text).join('')
  return /年.*月.*日/u.test(text) && !readsAsAddress(text)
}

function isInColumn(rect: Rect, column: Rect, size: number): boolean {
  return Math.abs(middleX(rect) - middleX(column)) < 0.8 * size
}

/**
 * What stands in a column from a place on, up to the next label or a long gap; below `floor`, where the label's row of
 * cells ends, only what is part of an address goes on: the ruled line may be a fold.
 */
function runFrom(page: LabelledPage, label: Label, from: Rect, size: number, floor: number | null = null): Value {
  const column = page.words
    .filter(
      (word) =>
        word !== label.word &&
        word.text !== '' &&
        isInColumn(word.rect, from, size) &&
        word.rect.y > from.y - 0.4 * size,
    )
    .sort((a, b) => a.rect.y - b.rect.y)
  const words: Word[] = []
  let end = from.y
  const covers = page.patches.map(({ rect }) => rect).filter((rect) => isInColumn(rect, from, size))
  for (const word of column) {
    // What sticks out below a patch goes on from the patch.
    end = Math.max(end, ...covers.filter((rect) => rect.y < word.rect.y).map(bottom))
    if (isLabel(page, word)) break
    if (floor !== null && middleY(word.rect) > floor && !isOfAddress(word.text)) break
    // White paper over the first characters leaves a gap of any length before the end of an address.
    if (word.rect.y - end > longestGap * size && !endsLikeDomicile(word.text)) break
    words.push(word)
    end = bottom(word.rect)
  }
  const foot = words.length > 0 ? end : Math.min(page.height, column[0]?.rect.y ?? from.y + reach * size)
  return {
    words: withLettersJoined(words),
    rect: { x: from.x - 0.2 * size, y: from.y, w: from.w + 0.4 * size, h: Math.max(size, foot - from.y) },
    beside: false,
  }
}

/** Letters of one column that were read each by itself, as the word they make. */
function withLettersJoined(words: readonly Word[]): Word[] {
  const joined: Word[] = []
  for (const word of words) {
    const before = joined.at(-1)
    if (before === undefined || word.letters.length > 1 || (before.letters.length > 1 && !before.vertical))
      joined.push(word)
    else
      joined[joined.length - 1] = makeWord([...before.letters, ...word.letters], around([before.rect, word.rect]), true)
  }
  return joined
}
