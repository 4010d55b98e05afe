// Finds on a page where the name, address, birth date, issue and expiry of its bearer stand. Reading them closely is another step.
import type { DocumentKind } from '../../screening.ts'
import type { LabelledPage, PageView } from '../screening/page-view.ts'
import { withLabels } from '../screening/page-view.ts'
import { middleY, overlap, partOf, right } from '../screening/words.ts'
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
/** In heights of a letter: a birth date may stand in the upper half of the cells beside a tall one with the name. */
const above = 1.6
/** In heights of a letter: what follows a name after more is another column. */
const widestSpace = 3.2
/** These are issued to one person each; another name on them is an insured relative, or the mayor. */
const ofOnePerson: ReadonlySet<DocumentKind> = new Set([
  'licence',
  'passport',
  'insurance',
  'eligibility',
  'juki',
  'individual-number-card',
  'residence-card',
])

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
        ({ line: { rect } }) => all.length === 1 || (rect.y > at - above * rect.h && rect.y < until - above * rect.h),
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
    people: people.length === 0 ? bare : ofOnePerson.has(page.kind) ? people.slice(0, 1) : people,
    address: addressLines(page, words),
    // What is issued on the day it expires is one date read for the other.
    issuedOn: issuedOn !== null && expiresOn !== null && issuedOn.date >= expiresOn.date ? null : issuedOn,
    expiresOn,
    machineLines,
  }
}

/**
 * The words of the line that is level with the label: its furigana may stand above it, a tall cell has the labels of its
 * neighbours beside it, and a birth date often follows.
 */
function nameOf(label: Word, lines: readonly Word[]): Word[] {
  const away = ({ rect }: Word): number => Math.abs(middleY(rect) - middleY(label.rect))
  const [level] = lines
    .filter(({ rect }) => rect.x - right(label.rect) < widestGap * label.rect.h)
    .toSorted((a, b) => away(a) - away(b))
  if (level === undefined) return []
  const inLine = lines
    .filter((word) => isOneLine(level, word) && word.rect.h > 0.6 * level.rect.h)
    .toSorted((a, b) => a.rect.x - b.rect.x)
  return upToGap(inLine, widestSpace * level.rect.h)
    .map((word) => {
      const date = writtenDate(word.text)
      return date === null ? word : partOf(word, 0, lettersBefore(word, date.from))
    })
    .filter((word) => word.text !== '' && !/[0-9]{2}/.test(word.text) && word.text.length <= 40)
}

function upToGap(words: readonly Word[], widest: number): readonly Word[] {
  const end = words.findIndex(({ rect }, index) => index > 0 && rect.x - right(words[index - 1]!.rect) > widest)
  return end === -1 ? words : words.slice(0, end)
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
