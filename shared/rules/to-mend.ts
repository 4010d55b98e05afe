// What a correction letter begins with: what the check of identity asked for, and what was measured of the copies' print.
import { correctionItems, type CorrectionItem } from '../letters.ts'
import { illegibilities, type Illegibility } from '../screening.ts'

export interface ToMend {
  items: CorrectionItem[]
  illegible: Illegibility[]
}

export interface MeasuredScan {
  role: 'id-copy' | 'form' | 'letter' | 'authority' | 'other'
  illegible: readonly Illegibility[]
}

/** Why the print of the ID copies cannot be relied on; empty when it can. */
export function illegibleCopies(scans: readonly MeasuredScan[]): Illegibility[] {
  const copies = scans.filter(({ role }) => role === 'id-copy')
  return illegibilities.filter((reason) => copies.some(({ illegible }) => illegible.includes(reason)))
}

/** `needs`: of the check of identity that stands. */
export function toMend(needs: readonly CorrectionItem[], illegible: readonly Illegibility[]): ToMend {
  const items = new Set<CorrectionItem>(illegible.length > 0 ? [...needs, 'id-illegible'] : needs)
  return { items: correctionItems.filter((item) => items.has(item)), illegible: [...illegible] }
}
