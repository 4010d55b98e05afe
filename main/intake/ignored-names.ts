// Names in a watched folder that are never documents: what systems, office programs and half-done copies leave there.

const never = new Set(['thumbs.db', 'ehthumbs.db', 'desktop.ini', '.ds_store', 'icon\r'])

/** Endings that copiers, browsers, sync and copy programs give to a file that is still being written. */
const unfinishedEndings = [
  '.tmp',
  '.temp',
  '.part',
  '.partial',
  '.crdownload',
  '.download',
  '.filepart',
  '.lock',
  '.swp',
]

/** Before a source is overwritten it gets this hidden name, so that a copier reusing the old name is never hit. */
const removingPrefix = '.privacy-desk-removing-'

/** True for names that are left alone without a word. Hidden files (a leading dot) and Office's `~$` locks are among them. */
export function isIgnoredName(name: string): boolean {
  const lower = name.toLowerCase()
  if (lower.startsWith('.') || lower.startsWith('~')) return true
  return never.has(lower) || unfinishedEndings.some((ending) => lower.endsWith(ending))
}

const removingPattern = new RegExp(`^\\${removingPrefix}([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.[0-9a-f]{8}$`)

/** A hidden name for the source of this scan while it is being removed; `unique` (8 hex digits) keeps two of them apart. */
export function removingName(scanId: string, unique: string): string {
  return `${removingPrefix}${scanId}.${unique}`
}

/** The scan whose half-removed source has this name, else null. */
export function scanOfRemovingName(name: string): string | null {
  return removingPattern.exec(name)?.[1] ?? null
}
