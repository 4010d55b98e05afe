// An address that shows through a pen, in a row whose label nobody could read: who covers one covers the 本籍.
import { looksLikeAddress } from './address.ts'
import { isExplainedAddress } from './page-view.ts'
import type { Found, LabelledPage } from './page-view.ts'
import { rowLabelOf } from './row-label.ts'
import { makeWord, overlap } from './words.ts'
import type { Word } from './words.ts'

export function findSeenThrough(page: LabelledPage, found: readonly Found[]): Found[] {
  const isOnPaper = page.kinds.has('licence') || page.kinds.has('juminhyo') || page.kinds.has('koseki')
  if (!isOnPaper) return []
  return page.patches
    .filter(({ rect }) => !found.some((finding) => overlap(finding.rect, rect) > 0))
    .flatMap(({ rect, text }) => (text === null ? [] : [printed(text, rect)]))
    .filter((word) => looksLikeAddress(word.text) && !isExplainedAddress(page, word))
    .filter((word) => ['none', 'unknown', 'domicile'].includes(rowLabelOf(page, word)))
    .map(({ rect }) => ({ field: 'permanent-domicile', state: 'see-through', rect, label: null, by: ['value'] }))
}

function printed(text: string, rect: Word['rect']): Word {
  return makeWord(
    [...text].map((char) => ({ char, sure: 1, x: 0, others: '' })),
    rect,
  )
}
