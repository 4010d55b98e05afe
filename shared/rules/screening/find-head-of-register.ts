// The 筆頭者 where no label of its own announces it.
import { cellAround, isInCell } from './cells.ts'
import { isUnderCoveredHead } from './covered-head.ts'
import { findByLabel } from './find-by-label.ts'
import type { Label } from './labels.ts'
import { isBesideName, isEntry, isHanCharacter, isName, isWritten, namesAmong } from './name.ts'
import { isCovered, isLabel } from './page-view.ts'
import { valueOf } from './value-of.ts'
import type { Found, LabelledPage } from './page-view.ts'
import { printedLines } from './printed-lines.ts'
import { rowLabelOf } from './row-label.ts'
import { isSetInColumns } from './value-down.ts'
import { around, bottom, middleX, middleY, overlap, partOf, right } from './words.ts'
import type { Rect, Word } from './words.ts'

/** In heights of a character: so wide a space parts the two values of one cell. */
const widestSpace = 4
/** In heights of a character: a cell for two values is no higher. */
const mostLines = 5
const printedName = /^氏[^\p{Letter}]*名/u
/** The same misread behind its first character: right below 本籍 no other label begins with it. */
const misreadName = /^氏.{1,3}$/u

/** 本籍・筆頭者 is one label for two values in one row: after the address stands the name. */
export function findHeadBeside(page: LabelledPage, label: Label): Found[] {
  const words = [...(label.rest === null ? [] : [label.rest]), ...valueOf(page, label).words]
  const found = (rect: Rect): Found[] => [
    { field: 'head-of-register', state: 'visible', rect, label: label.word.rect, by: ['label'] },
  ]
  for (const word of words) {
    const end =
      /(?:番地?|号|-[0-9]+)[^\p{Letter}]*(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2,8}$)/u.exec(
        word.text,
      )
    if (end !== null) return found(partOf(word, end.index + end[0].length).rect)
  }
  const names = namesAmong(words)
  const [first] = names
  if (first === undefined) return []
  return found(around(names.filter((word) => isBesideName(first, word)).map((word) => word.rect)))
}

/** A 戸籍 prints its 筆頭者 as 氏名 right below the 本籍, without that word (戸籍法施行規則 付録第24号様式). */
export function findHeadOfRegister(page: LabelledPage): Found[] {
  if (page.labels.some((label) => label.field === 'head-of-register')) return []
  const domicile = page.labels.find((label) => label.field === 'permanent-domicile')
  if (domicile === undefined) return []
  const at = domicile.word.rect
  const inColumns = isSetInColumns(page)
  const name = page.words.find(
    (word) =>
      (printedName.test(word.text) || (!inColumns && misreadName.test(word.text))) &&
      (inColumns
        ? word.rect.x < at.x + at.w && at.x - word.rect.x < 12 * at.w
        : Math.abs(word.rect.x - at.x) < 3 * at.h && word.rect.y > at.y && word.rect.y - at.y < 5 * at.h),
  )
  if (name === undefined) return []
  const length = printedName.exec(name.text)?.[0].length ?? name.letters.length
  const rest = name.letters.length > length ? partOf(name, length) : null
  const word = rest === null ? name : partOf(name, 0, length)
  return findByLabel(page, { field: 'head-of-register', word, rest }, 'head-of-register')
}

/**
 * With the labels covered, the 筆頭者 is the name in the line below its 本籍, or right behind it where both share a cell. On
 * a 戸籍 nothing else stands there, however the label was read, or whatever was covered above it.
 */
export function findHeadBelow(page: LabelledPage, unlabelled: readonly Found[], found: readonly Found[]): Found[] {
  const isRegister = page.kinds.has('koseki') && !isSetInColumns(page)
  if (!isRegister && !page.kinds.has('juminhyo')) return []
  const all = [...found, ...unlabelled]
  const isOpen = isRegister && !all.some(({ field }) => field === 'head-of-register')
  const domiciles = isOpen ? all.filter(({ field }) => field === 'permanent-domicile') : unlabelled
  return domiciles.flatMap(({ rect }): Found[] => {
    const name = page.rest.find(
      (word) =>
        isName(word) &&
        (isLineBelow(word.rect, rect) || isRightBehind(word.rect, rect) || isInOneCell(page, word.rect, rect)) &&
        (isOpen ? isWritten(word.text) && isInRowOfName(page, word) : rowLabelOf(page, word) === 'none') &&
        !all.some((finding) => overlap(finding.rect, word.rect) > 0),
    )
    if (name === undefined) return []
    const names = namesAmong(page.rest).filter((word) => word === name || isBesideName(name, word))
    return [byZone(around(names.map((each) => each.rect)))]
  })
}

/** It is no label, and what stands before it is 氏名 or nothing that another label reads as. */
function isInRowOfName(page: LabelledPage, name: Word): boolean {
  const before = page.words.filter(
    ({ rect }) => rect.x < name.rect.x && Math.abs(middleY(rect) - middleY(name.rect)) < 0.6 * name.rect.h,
  )
  return [name, ...before].every((word) => printedName.test(word.text) || !isLabel(page, word))
}

function isLineBelow(name: Rect, address: Rect): boolean {
  return (
    Math.abs(name.x - address.x) < 1.2 * address.h &&
    name.y > address.y + 0.6 * address.h &&
    name.y - bottom(address) < 2.4 * address.h
  )
}

/** Ruled off from all else, a cell of two lines: the name begins anywhere in the second. */
function isInOneCell(page: LabelledPage, name: Rect, address: Rect): boolean {
  const cell = cellAround(page.rules, address)
  if (cell.top === null || cell.bottom === null || cell.bottom - cell.top > mostLines * address.h) return false
  return isInCell(cell, name) && name.y > middleY(address)
}

function isRightBehind(name: Rect, address: Rect): boolean {
  const gap = name.x - right(address)
  return gap > 0 && gap < widestSpace * address.h && Math.abs(middleY(name) - middleY(address)) < 0.5 * address.h
}

/** With both labels of one row covered, the 筆頭者 is the name right behind the second cover. */
export function findHeadBehindCover(page: LabelledPage, domiciles: readonly Found[]): Found[] {
  if (!page.kinds.has('juminhyo') && !page.kinds.has('koseki')) return []
  return domiciles.flatMap(({ rect }): Found[] => {
    const isInRow = (other: Rect): boolean =>
      other.x > right(rect) && Math.abs(middleY(other) - middleY(rect)) < 0.5 * rect.h
    const cover = page.patches.find((patch) => isInRow(patch.rect) && patch.rect.w < 8 * patch.rect.h)
    if (cover === undefined) return []
    const names: Word[] = []
    let end = right(cover.rect)
    for (const word of page.rest.filter((each) => isInRow(each.rect)).sort((a, b) => a.rect.x - b.rect.x)) {
      if (!isName(word) || word.rect.x < end - 0.5 * rect.h || word.rect.x - end > 1.5 * rect.h) continue
      names.push(word)
      end = right(word.rect)
    }
    if (names.length === 0) return []
    const name = around(names.map((word) => word.rect))
    return [{ ...byZone(name), label: cover.rect }]
  })
}

/** With the heads of both columns covered, the 筆頭者 is the name right of its 本籍 below the second cover. */
export function findHeadUnderCover(page: LabelledPage, domiciles: readonly Found[]): Found[] {
  if (domiciles.length === 0) return []
  const names = printedLines(page, page.rest).filter((word) => isName(word) && isUnderCoveredHead(page, word))
  return domiciles.flatMap(({ rect }): Found[] => {
    const name = names.find(
      (word) => word.rect.x > right(rect) && Math.abs(middleY(word.rect) - middleY(rect)) < 0.5 * rect.h,
    )
    return name === undefined ? [] : [byZone(name.rect)]
  })
}

/** In heights of a character: how far left of the 本籍 the column of the 筆頭者 may begin. */
const nextColumns = 8

/** With its label lost, the 筆頭者 of a register set in columns is the name that begins level with the 本籍, in the next column. */
export function findHeadInNextColumn(page: LabelledPage, found: readonly Found[]): Found[] {
  if (!page.kinds.has('koseki') || !isSetInColumns(page)) return []
  if (found.some(({ field }) => field === 'head-of-register')) return []
  const domicile = found.find(({ field, state }) => field === 'permanent-domicile' && state !== 'blank')
  if (domicile === undefined) return []
  const { rect } = domicile
  const isOwn = (word: Word): boolean => !isEntry(word.text) && !isLabel(page, word) && !/^[父母]/.test(word.text)
  // Family and given name stand apart, and either may be, or arrive as, a single character.
  const below = (first: Word): Word | undefined =>
    page.words.find(
      (word) =>
        (isName(word) || (isHanCharacter(word) && isName(first))) &&
        isOwn(word) &&
        Math.abs(middleX(word.rect) - middleX(first.rect)) < 0.5 * rect.w &&
        word.rect.y > first.rect.y &&
        word.rect.y - bottom(first.rect) < 2 * rect.w,
    )
  const [first] = page.words
    .filter((word) => (isName(word) || (isHanCharacter(word) && below(word) !== undefined)) && isOwn(word))
    .filter((word) => right(word.rect) < rect.x && rect.x - word.rect.x < nextColumns * rect.w)
    .filter((word) => Math.abs(word.rect.y - rect.y) < rect.w && word.rect.w > 0.7 * rect.w)
    .toSorted((a, b) => b.rect.x - a.rect.x)
  if (first === undefined) return []
  const given = below(first)
  const name = around([first, ...(given === undefined ? [] : [given])].map((word) => word.rect))
  return [{ ...byZone(name), state: isCovered(page, name) ? 'see-through' : 'visible' }]
}

function byZone(rect: Rect): Found {
  return { field: 'head-of-register', state: 'visible', rect, label: null, by: ['zone'] }
}
