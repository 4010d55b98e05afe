// The 本籍 of a passport: a prefecture in capitals below the date of birth, whose tiny label seldom survives a copy.
import { romajiPrefecture } from './address.ts'
import type { Found, LabelledPage } from './page-view.ts'
import { middleY } from './words.ts'
import type { Word } from './words.ts'

const date = /^[0-9OI]{1,2}(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|[A-Z]{3})[0-9OI]{4}$/
const machineReadable = /<{2,}|^P<|[A-Z0-9<]{30,}/

export function findPassportDomicile(page: LabelledPage, found: readonly Found[]): Found[] {
  if (found.some((finding) => finding.field === 'permanent-domicile')) {
    const already = found.filter((finding) => finding.field === 'permanent-domicile')
    if (already.some((finding) => finding.state === 'visible')) return []
  }
  const dates = page.words.filter((word) => date.test(word.text.toUpperCase())).sort((a, b) => a.rect.y - b.rect.y)
  const birth = dates[0]
  return page.words
    .filter((word) => !machineReadable.test(word.text) && romajiPrefecture(word.text) !== null)
    .filter((word) => !isName(page, word, birth))
    .map((word) => ({ field: 'permanent-domicile', state: 'visible', rect: word.rect, label: null, by: ['value', 'zone'] }))
}

/** Surnames such as NAGANO are prefectures too: names stand above the date of birth, the 本籍 below it. */
function isName(page: LabelledPage, word: Word, birth: Word | undefined): boolean {
  if (birth !== undefined) return middleY(word.rect) < middleY(birth.rect) + 0.5 * word.rect.h
  const lines = page.words.filter((other) => machineReadable.test(other.text))
  return lines.some((line) => line.text.replace(/[^A-Z]/gi, ' ').toUpperCase().includes(word.text.toUpperCase())) && countOf(page, word) < 2
}

function countOf(page: LabelledPage, word: Word): number {
  return page.words.filter((other) => other.text.toUpperCase() === word.text.toUpperCase()).length
}
