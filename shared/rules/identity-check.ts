// What the comparison of ID and form amounts to: from what a person saw on the copy to what the requester has to mend.
import type { AcceptableItem } from '../belongings.ts'
import type { CalendarDate } from '../dates.ts'
import type { Comparison } from '../identity.ts'
import { correctionItems, type CorrectionItem } from '../letters.ts'
import { objectionsTo, type IdDocument, type IdObjection, type PresentedId } from './dated/id-documents.ts'
import { compareAddresses } from './identity/compare-addresses.ts'
import { compareNames } from './identity/compare-names.ts'

/** A name and an address as they are written somewhere. */
export interface Written {
  name: string
  address: string
}

export interface SeenCopy {
  presented: PresentedId
  isLegible: boolean
  /** A 本籍 or another field that nobody may keep is to be seen on the paper. */
  showsForbiddenField: boolean
  onId: Written
  onForm: Written
  accepted: readonly AcceptableItem[]
}

export interface IdentityAssessment {
  objections: IdObjection[]
  name: Comparison
  /** Null where the copy shows no address. */
  address: Comparison | null
  /** What has to be mended before identity is verified; empty: verified. */
  needs: CorrectionItem[]
}

/** What a letter says about each objection; its sentences speak of the neighbouring ones as well. */
const needOf: Readonly<Record<IdObjection, CorrectionItem>> = {
  'not-accepted': 'id-not-accepted',
  'second-document-needed': 'id-not-accepted',
  expired: 'id-expired',
  'expiry-unknown': 'id-illegible',
  'too-old': 'id-expired',
  'issue-date-unknown': 'id-illegible',
  'address-missing': 'id-address-missing',
  'sides-missing': 'id-side-missing',
}

/** `rule` is the one in force on the day; without one nothing of that kind is accepted. */
export function assessIdentity(rule: IdDocument | null, seen: SeenCopy, on: CalendarDate): IdentityAssessment {
  const objections = rule === null ? (['not-accepted'] as const) : objectionsTo(rule, seen.presented, on)
  const name = compareNames(seen.onForm.name, seen.onId.name)
  const address = seen.presented.showsAddress ? compareAddresses(seen.onForm.address, seen.onId.address) : null
  const needs = new Set<CorrectionItem>(objections.map((objection) => needOf[objection]))
  if (!seen.isLegible) needs.add('id-illegible')
  if (seen.showsForbiddenField) needs.add('id-forbidden-field')
  if (name.result === 'different' && !seen.accepted.includes('id-name-differs')) needs.add('id-name-differs')
  if (address?.result === 'different' && !seen.accepted.includes('id-address-differs')) needs.add('id-address-differs')
  return { objections: [...objections], name, address, needs: correctionItems.filter((need) => needs.has(need)) }
}
