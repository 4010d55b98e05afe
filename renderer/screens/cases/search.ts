// Finds a case by its number (with or without dashes, full-width digits too) or by part of the requester's name.
import type { CaseSummary } from '../../../shared/ipc/parts.ts'

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s‐‑‒–—―−ー-]/gu, '')
    .toLowerCase()

/** True when every word that was typed is in the number or the name. */
export function matchesSearch(one: Pick<CaseSummary, 'number' | 'requesterName'>, typed: string): boolean {
  const words = typed.trim().split(/\s+/u).map(plain)
  const searched = [plain(one.number), plain(one.requesterName ?? '')]
  return words.every((word) => searched.some((text) => text.includes(word)))
}
