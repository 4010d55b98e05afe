// Finds every field nobody may keep on a page and says what can be seen of it.
import type { Field, FieldState } from '../../screening.ts'
import { looksLikeAddress, startsWithPrefecture } from './address.ts'
import { findPassportDomicile } from './find-passport-domicile.ts'
import { findInColumn } from './find-in-column.ts'
import { findNumbers } from './find-numbers.ts'
import { findUnlabelledDomicile } from './find-unlabelled-domicile.ts'
import type { Label } from './labels.ts'
import { omittedText } from './omitted.ts'
import { patchesAt, valueOf, withLabels } from './page-view.ts'
import type { Found, LabelledPage, PageView } from './page-view.ts'
import { around, middleY, overlap, partOf } from './words.ts'
import type { Rect, Word } from './words.ts'

/** Everything found on the page, in reading order. */
export function findFields(view: PageView): Found[] {
  const page = withLabels(view)
  const found: Found[] = []
  for (const label of page.labels) {
    if (label.field !== 'permanent-domicile' && label.field !== 'head-of-register') continue
    const here = findByLabel(page, label, label.field)
    found.push(...here)
    if (/筆頭者/.test(label.word.text) && label.field === 'permanent-domicile')
      found.push(...findHeadBeside(page, label, here))
  }
  if (page.kinds.has('koseki')) found.push(...findHeadOfRegister(page))
  if (page.kinds.has('passport')) found.push(...findPassportDomicile(page, found))
  found.push(...findUnlabelledDomicile(page, found))
  found.push(...findNumbers(page))
  return found.sort((a, b) => a.rect.y - b.rect.y || a.rect.x - b.rect.x)
}

function findByLabel(page: LabelledPage, label: Label, field: Field): Found[] {
  const column = findInColumn(page, label, field)
  if (column !== null) return column
  const value = valueOf(page, label)
  const own = label.rest !== null && label.rest.text !== '' ? [label.rest] : []
  const words = [...own, ...value.words.filter((word) => !own.includes(word))]
  // 戸籍の表示 heads the rows 本籍 and 筆頭者, which speak for themselves.
  if (
    words.length === 0 &&
    page.labels.some((other) => other !== label && other.field === 'permanent-domicile' && isHeadedBy(other, label))
  )
    return []
  const patches = patchesAt(page, value.rect)
  const shown = words.filter((word) => !omittedText(word.text))
  const legible = shown.filter(
    (word) => isLegible(word) && (word.sure > 0.77 || looksLikeAddress(word.text) || startsWithPrefecture(word.text)),
  )
  const result = (state: FieldState, rects: Rect[]): Found[] => {
    const by: Found['by'] = ['label']
    if (legible.some((word) => looksLikeAddress(word.text) || startsWithPrefecture(word.text))) by.push('value')
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
  if (patches.length > 0)
    return result(
      patches.some((patch) => patch.isHatched) ? 'unreadable' : 'masked',
      patches.map((patch) => patch.rect),
    )
  if (shown.length > 0)
    return result(
      'unreadable',
      shown.map((word) => word.rect),
    )
  if (words.length > 0)
    return result(
      'omitted',
      words.map((word) => word.rect),
    )
  return result(page.ink(value.rect) > 0.14 ? 'unreadable' : 'blank', [])
}

/** 本籍・筆頭者 is one label for two values in one row: after the address stands the name. */
function findHeadBeside(page: LabelledPage, label: Label, domiciles: readonly Found[]): Found[] {
  const isShown = domiciles.some((finding) => finding.state === 'visible' || finding.state === 'see-through')
  if (!isShown) return []
  const words = [...(label.rest === null ? [] : [label.rest]), ...valueOf(page, label).words]
  for (const word of words) {
    const end =
      /(?:番地?|号|-[0-9]+)[^\p{Letter}]*(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2,8}$)/u.exec(
        word.text,
      )
    const name = end === null ? (isName(word) ? word : null) : partOf(word, end.index + end[0].length)
    if (name !== null)
      return [{ field: 'head-of-register', state: 'visible', rect: name.rect, label: label.word.rect, by: ['label'] }]
  }
  return []
}

function isName(word: Word): boolean {
  return (
    word.text.length >= 2 &&
    word.text.length <= 10 &&
    !/[0-9]/.test(word.text) &&
    !looksLikeAddress(word.text) &&
    !startsWithPrefecture(word.text) &&
    !omittedText(word.text)
  )
}

function isHeadedBy(row: Label, heading: Label): boolean {
  const size = heading.word.rect.h
  return (
    /表示/.test(heading.word.text) &&
    row.word.rect.x > heading.word.rect.x &&
    Math.abs(middleY(row.word.rect) - middleY(heading.word.rect)) < 2.5 * size
  )
}

/** A 戸籍 prints its 筆頭者 as 氏名 right below the 本籍, without that word (戸籍法施行規則 付録第24号様式). */
function findHeadOfRegister(page: LabelledPage): Found[] {
  if (page.labels.some((label) => label.field === 'head-of-register')) return []
  const domicile = page.labels.find((label) => label.field === 'permanent-domicile')
  if (domicile === undefined) return []
  const at = domicile.word.rect
  const name = page.words.find(
    (word) =>
      word.text.startsWith('氏名') &&
      Math.abs(word.rect.x - at.x) < 3 * at.h &&
      word.rect.y > at.y &&
      word.rect.y - at.y < 5 * at.h,
  )
  if (name === undefined) return []
  const rest = name.letters.length > 2 ? partOf(name, 2) : null
  return findByLabel(
    page,
    { field: 'head-of-register', word: rest === null ? name : partOf(name, 0, 2), rest },
    'head-of-register',
  )
}

/** Two characters of which a reader is sure, or one that is no mark, are something a person can read. */
function isLegible(word: Word): boolean {
  const sure = word.letters.filter((letter) => letter.sure > 0.5 && /[\p{Letter}0-9]/u.test(letter.char))
  return sure.length >= 2 && word.sure > 0.45
}
