// Addresses that no label explains, on documents that show a 本籍: its label may be covered, faded or misread.
import { endsLikeDomicile, looksLikeAddress } from './address.ts'
import { isExplainedAddress } from './page-view.ts'
import type { Found, LabelledPage } from './page-view.ts'
import { rowLabelOf } from './row-label.ts'
import { middleY, overlap } from './words.ts'
import type { Word } from './words.ts'

const shortest = 7

export function findUnlabelledDomicile(page: LabelledPage, found: readonly Found[]): Found[] {
  if (!page.kinds.has('juminhyo') && !page.kinds.has('koseki') && !page.kinds.has('licence')) return []
  // Where labels were read, their values' column is known; a list of former addresses stands elsewhere.
  const columns = found
    .filter((finding) => finding.field === 'permanent-domicile' && finding.label !== null)
    .map((finding) => finding.rect.x)
  const free = page.rest.filter((word) => {
    if (columns.length > 0 && !columns.some((x) => Math.abs(x - word.rect.x) < 1.5 * word.rect.h)) return false
    if (!looksLikeAddress(word.text) || word.text.length < shortest || word.sure < 0.5) return false
    if (found.some((finding) => overlap(finding.rect, word.rect) > 0.3 * word.rect.w * word.rect.h)) return false
    return endsLikeDomicile(word.text) && !isExplainedAddress(page, word)
  })
  if (page.kind === 'licence') return free.filter((word) => hasAddressBelow(page, word)).map(byZone)
  return free
    .filter((word) => rowLabelOf(page, word) === 'none' || columns.length === 0)
    .filter((word) => rowLabelOf(page, word) !== 'address')
    .map(byValue)
}

/** On a licence the 本籍 row stands right above the 住所 row, so it has another address below it. */
function hasAddressBelow(page: LabelledPage, word: Word): boolean {
  return page.rest.some(
    (other) =>
      other !== word &&
      looksLikeAddress(other.text) &&
      middleY(other.rect) > middleY(word.rect) &&
      middleY(other.rect) - middleY(word.rect) < 4 * word.rect.h,
  )
}

function byValue({ rect }: Word): Found {
  return { field: 'permanent-domicile', state: 'visible', rect, label: null, by: ['value'] }
}

function byZone({ rect }: Word): Found {
  return { field: 'permanent-domicile', state: 'visible', rect, label: null, by: ['value', 'zone'] }
}
