// What can be seen of a field whose label was read.
import type { Field, FieldState } from '../../screening.ts'
import { beginsPrefecture, couldBeDomicile, readsAsAddress } from './address.ts'
import { findInColumn } from './find-in-column.ts'
import { isCombinedLabel } from './labels.ts'
import type { Label } from './labels.ts'
import { coverGap } from './likely-value.ts'
import { isEntry, isWritten, namesAmong } from './name.ts'
import { isPrintedUnit, offersChoice, omittedText } from './omitted.ts'
import { inked, patchesAt } from './page-view.ts'
import { valueOf } from './value-of.ts'
import type { Found, LabelledPage } from './page-view.ts'
import { around, middleY, overlap, right } from './words.ts'
import type { Patch, Rect, Word } from './words.ts'

/** A lone sign read worse than this is a stroke of a watermark or dirt; if it is more, there is ink. */
const speck = 0.5
/** What reads so badly off the lines of a value is no line of its own. */
const dirt = 0.15
/** A lone character read better than this is that character. */
const surelyRead = 0.95

/** What stands where a label says that a field stands. */
export function findByLabel(page: LabelledPage, label: Label, field: Field): Found[] {
  const column = findInColumn(page, label, field)
  if (column !== null) return column
  const value = valueOf(page, label)
  const own = label.rest !== null && label.rest.text !== '' ? [label.rest] : []
  const all = [...own, ...value.words.filter((word) => !own.includes(word))]
  // The name at the right of the address, or below it, is the label's other value.
  const names = isCombinedLabel(label) ? namesAmong(all) : []
  const units = all.filter((word) => isPrintedUnit(word, page.words))
  const words = all.filter((word) => !names.includes(word) && !units.includes(word))
  // 戸籍の表示 heads the rows 本籍 and 筆頭者, which speak for themselves.
  if (
    words.length === 0 &&
    page.labels.some((other) => other !== label && other.field === 'permanent-domicile' && isHeadedBy(other, label))
  )
    return []
  const patches = patchesAt(page, value.rect)
  if (patches.length === 0 && isRequest(words)) return []
  const isChoice = offersChoice(words.map(({ text }) => text))
  const asked = words.filter(({ text }) => !omittedText(text) && !(isChoice && text.length === 1))
  const lines = [...asked.filter(({ text, sure }) => isWritten(text) && sure > dirt), ...patches].map(
    (seen) => seen.rect,
  )
  const shown = page.kinds.has('passport') ? asked : asked.filter((word) => !isStroke(word, lines))
  const single = field === 'head-of-register' ? shown.filter(isSingleCharacter) : []
  const legible = shown.filter(
    (word, index) =>
      (single.length > 1 && single.includes(word)) ||
      (isLegible(word) &&
        (field === 'permanent-domicile' ? couldBeDomicile(word.text) : isWritten(word.text)) &&
        (!isEntry(word.text) || readsAsAddress(word.text)) &&
        (word.sure > 0.77 || readsAsAddress(word.text))) ||
      (field === 'permanent-domicile' && index === 0 && isBeginning(word, patches)) ||
      isEnd(field, word, patches),
  )
  const result = (state: FieldState, rects: Rect[]): Found[] => {
    const by: Found['by'] = ['label']
    if (legible.some((word) => readsAsAddress(word.text))) by.push('value')
    return [{ field, state, rect: rects.length === 0 ? value.rect : around(rects), label: label.word.rect, by }]
  }
  const showing = patches.filter((patch) => patch.text !== null)
  if (legible.length > 0) {
    const covered = legible.filter((word) =>
      patches.some((patch) => overlap(patch.rect, word.rect) > 0.7 * word.rect.w * word.rect.h),
    )
    return result(
      covered.length === legible.length ? 'see-through' : 'visible',
      [...shown, ...patches].map((seen) => seen.rect),
    )
  }
  if (showing.length > 0)
    return result(
      'see-through',
      showing.map((patch) => patch.rect),
    )
  if (patches.length > 0) {
    const sticking = stickingOut(page, shown, patches)
    return result(
      sticking.length > 0 || patches.some((patch) => patch.isHatched) ? 'unreadable' : 'masked',
      [...sticking, ...patches].map((seen) => seen.rect),
    )
  }
  if (shown.some((word) => word.letters.length > 1 || word.sure > speck))
    return result(
      'unreadable',
      shown.map((word) => word.rect),
    )
  if (words.length > asked.length)
    return result(
      'omitted',
      words.map((word) => word.rect),
    )
  const end = Math.min(right(value.rect), ...units.map(({ rect }) => rect.x - 0.3 * rect.h))
  const empty = { ...value.rect, w: Math.max(1, end - value.rect.x) }
  return result(page.ink(empty) > inked ? 'unreadable' : 'blank', [])
}

/** A line that a streak cut into pieces: what stands beside the label asks for something, and discloses nothing. */
function isRequest(words: readonly Word[]): boolean {
  const text = words.map((word) => word.text).join('')
  return /を.{0,6}(?:して|で)?(?:ください|下さい)|してください|ません|しました/u.test(text) && !readsAsAddress(text)
}

/** Latin letters above or below a value in Japanese, or what covers one: a stroke of a watermark, read as a line of its cell; and specks that read like nothing. */
function isStroke({ text, rect, sure }: Word, lines: readonly Rect[]): boolean {
  const isInLine = (line: Rect): boolean => Math.abs(middleY(line) - middleY(rect)) < 0.6 * Math.max(line.h, rect.h)
  const isForeign = sure < dirt || (/[a-z]/i.test(text) && !isWritten(text))
  return isForeign && lines.length > 0 && !lines.some(isInLine)
}

/** 森 誠: family and given name of one character each arrive apart. */
function isSingleCharacter({ text, sure }: Word): boolean {
  return sure > surelyRead && /^[^\p{Letter}]*(?![一二三十口日目工人])\p{Script=Han}$/u.test(text)
}

function isHeadedBy(row: Label, heading: Label): boolean {
  const size = heading.word.rect.h
  return (
    /表示/.test(heading.word.text) &&
    row.word.rect.x > heading.word.rect.x &&
    Math.abs(middleY(row.word.rect) - middleY(heading.word.rect)) < 2.5 * size
  )
}

/** On a passport a single letter beside the mask is the end of a prefecture, elsewhere a character of addresses is; other print may be dirt. */
function stickingOut(page: LabelledPage, words: readonly Word[], patches: readonly Patch[]): Word[] {
  const single = page.kinds.has('passport') ? /^[A-Z]$/i : /^[都道府県市区郡町村番地号0-9]$/u
  return words.filter((word) => single.test(word.text) && isBehind(word, patches))
}

/** A single character behind the cover, read without doubt: the last of the address or of the name. Plain strokes are the cover's own edge. */
function isEnd(field: Field, { letters, rect }: Word, patches: readonly Patch[]): boolean {
  const [letter, ...more] = letters
  if (letter === undefined || more.length > 0 || letter.sure < surelyRead) return false
  const ends =
    field === 'permanent-domicile' ? /[都道府県市区郡町村番地号]/u : /(?![一二三十口日目工人])\p{Script=Han}/u
  return ends.test(letter.char) && isBehind({ rect }, patches)
}

function isBehind({ rect }: Pick<Word, 'rect'>, patches: readonly Patch[]): boolean {
  return patches.some((patch) => Math.abs(rect.x - right(patch.rect)) < coverGap * Math.min(patch.rect.h, rect.h))
}

/** What sticks out before a cover may be a single character, and a second one that is half covered. */
function isBeginning({ letters, rect }: Word, patches: readonly Patch[]): boolean {
  const [first] = letters
  if (first === undefined || first.sure < surelyRead || !beginsPrefecture(first.char)) return false
  const isBeforeCover = patches.some((patch) => Math.abs(patch.rect.x - right(rect)) < rect.h)
  return letters.length === 1 || (letters.length === 2 && isBeforeCover)
}

/** Two characters of which a reader is sure, or one that is no mark, are something a person can read. */
function isLegible(word: Word): boolean {
  const sure = word.letters.filter((letter) => letter.sure > 0.5 && /[\p{Letter}0-9]/u.test(letter.char))
  return sure.length >= 2 && word.sure > 0.45
}
