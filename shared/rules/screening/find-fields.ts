// Finds every field nobody may keep on a page and says what can be seen of it.
import { findByLabel } from './find-by-label.ts'
import { findFurtherInRow } from './find-further-in-row.ts'
import {
  findHeadBehindCover,
  findHeadUnderCover,
  findHeadInNextColumn,
  findHeadBeside,
  findHeadBelow,
  findHeadOfRegister,
} from './find-head-of-register.ts'
import { findInSentence } from './find-in-sentence.ts'
import { findNumbers } from './find-numbers.ts'
import { findOnNextLine } from './find-on-next-line.ts'
import { findPassportDomicile } from './find-passport-domicile.ts'
import { findSeenThrough } from './find-seen-through.ts'
import { findUnlabelledDomicile } from './find-unlabelled-domicile.ts'
import { isCombinedLabel } from './labels.ts'
import { withLabels } from './page-view.ts'
import type { Found, PageView } from './page-view.ts'
import { overlap } from './words.ts'

/** Everything found on the page, in reading order. */
export function findFields(view: PageView): Found[] {
  const page = withLabels(view)
  const found: Found[] = []
  for (const label of page.labels) {
    if (label.field !== 'permanent-domicile' && label.field !== 'head-of-register') continue
    const own = findByLabel(page, label, label.field)
    const isInOwn = ({ rect }: Found): boolean => own.some((other) => overlap(other.rect, rect) > 0)
    found.push(...own, ...findFurtherInRow(page, label, label.field).filter((further) => !isInOwn(further)))
    if (label.field === 'permanent-domicile')
      found.push(...findOnNextLine(page, label).filter((further) => !isInOwn(further)))
    if (isCombinedLabel(label)) found.push(...findHeadBeside(page, label))
  }
  if (page.kinds.has('koseki')) found.push(...findHeadOfRegister(page))
  if (page.kinds.has('passport')) found.push(...findPassportDomicile(page, found))
  found.push(...findInSentence(page, found))
  found.push(...findSeenThrough(page, found))
  const unlabelled = findUnlabelledDomicile(page, found)
  found.push(
    ...unlabelled,
    ...findHeadBelow(page, unlabelled, found),
    ...findHeadBehindCover(page, unlabelled),
    ...findHeadUnderCover(page, unlabelled),
  )
  found.push(...findHeadInNextColumn(page, found), ...findNumbers(page))
  return found.sort((a, b) => a.rect.y - b.rect.y || a.rect.x - b.rect.x)
}
