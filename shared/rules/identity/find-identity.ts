// Finds on a page where the name, address, birth date, issue and expiry of its bearer stand. Reading them closely is another step.
import type { LabelledPage, PageView } from '../screening/page-view.ts'
import { withLabels } from '../screening/page-view.ts'
import { overlap, partOf, right } from '../screening/words.ts'
import type { Word } from '../screening/words.ts'
import { addressLines } from './find-address.ts'
import { birthDates, expiryDate, issueDate, lettersBefore } from './find-dates.ts'
import type { FoundDate, FoundMachineLines } from './find-dates.ts'
import { isOneLine, labelled, linesOf } from './labelled-lines.ts'
import type { Labelled } from './labelled-lines.ts'
import { isLowerLine, isUpperLine } from './machine-lines.ts'
import { writtenDate } from './written-date.ts'

export interface FoundPerson {
  /** One word per printed line, in reading order; empty when there is none. */
  name: Word[]
  kana: Word[]
  birthDate: FoundDate | null
}

export interface FoundIdentity {
  people: FoundPerson[]
  address: Word[]
  issuedOn: FoundDate | null
  expiresOn: FoundDate | null
  machineLines: FoundMachineLines
}

const nameLabel =
  /^[^\p{Letter}]*(?:被保.?者の?|組合員の?|請求者の?|本人の?)?氏名(?!.{0,2}[ふフ振])(?:又は名称)?(?:\/?NAME)?[:：]?/u
const romajiNameLabel = /^NAME(?=[^a-z]|$)/
const kanaLabel = /^[^\p{Letter}]*(?:氏名の?)?(?:振り?仮名|[ふフ][りリ][がガ][なナ])[:：]?/u
/** On the back of a licence, in the line of its date. */
const newNameLabel = /^(?:.{0,14}日)?[^\p{Letter}]*新氏名[:：]?/u
/** In heights of the label: what stands further right is a seal. */
const widestGap = 16

export function findIdentity(view: PageView): FoundIdentity {
  const page = withLabels(view)
  const words = [...page.words].sort((a, b) => a.rect.y - b.rect.y || a.rect.x - b.rect.x)
  const names = labelled(words, nameLabel, romajiNameLabel, newNameLabel)
  const kanas = labelled(words, kanaLabel)
  const births = birthDates(page, words)
  const people = names
    .map(({ label, rest }) => ({ at: label.rect.y, name: nameOf(label, linesOf(page, label, rest)) }))
    .filter(
      ({ name }, index, all) => name.length > 0 && !all.slice(0, index).some((other) => isShared(name, other.name)),
    )
    .map(({ at, name }, index, all): FoundPerson => {
      const until = all[index + 1]?.at ?? Infinity
      const birthDate = births.find(
        ({ line: { rect } }) => all.length === 1 || (rect.y > at - rect.h && rect.y < until - rect.h),
      )
      return { name, kana: kanaBeside(page, kanas, at), birthDate: birthDate ?? null }
    })
  const machineLines = {
    upper: words.find((word) => isUpperLine(word.text)) ?? null,
    lower: words.find((word) => isLowerLine(word.text)) ?? null,
  }
  const issuedOn = issueDate(page, words, machineLines)
  const expiresOn = expiryDate(page, words)
  const bare: FoundPerson[] = births[0] === undefined ? [] : [{ name: [], kana: [], birthDate: births[0] }]
  return {
    people: people.length > 0 ? people : bare,
    address: addressLines(page, words),
    // What is issued on the day it expires is one date read for the other.
    issuedOn: issuedOn !== null && expiresOn !== null && issuedOn.date >= expiresOn.date ? null : issuedOn,
    expiresOn,
    machineLines,
  }
}

/** The words of the first line: a tall cell has the labels of its neighbours beside it. A birth date often follows. */
function nameOf(label: Word, lines: readonly Word[]): Word[] {
  const first = lines.find(({ rect }) => rect.x - right(label.rect) < widestGap * label.rect.h)
  if (first === undefined) return []
  return lines
    .filter((word) => isOneLine(first, word) && word.rect.h > 0.6 * first.rect.h)
    .map((word) => {
      const date = writtenDate(word.text)
      return date === null ? word : partOf(word, 0, lettersBefore(word, date.from))
    })
    .filter((word) => word.text !== '' && !/[0-9]{2}/.test(word.text) && word.text.length <= 40)
}

/** 氏名 and NAME stand for one name. */
function isShared(name: readonly Word[], other: readonly Word[]): boolean {
  return name.some((word) => other.some(({ rect }) => overlap(rect, word.rect) > 0.5 * word.rect.w * word.rect.h))
}

function kanaBeside(page: LabelledPage, kanas: readonly Labelled[], at: number): Word[] {
  // The 振り仮名 stands in the row above or below the name it belongs to.
  const near = kanas.toSorted((a, b) => Math.abs(a.label.rect.y - at) - Math.abs(b.label.rect.y - at))[0]
  if (near === undefined || Math.abs(near.label.rect.y - at) > 5 * near.label.rect.h) return []
  return linesOf(page, near.label, near.rest)
}
