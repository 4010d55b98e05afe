// The ledger as CSV: cells that no spreadsheet takes for a formula, in UTF-8 or in the encoding that older office software reads.
import { stringify } from 'csv-stringify/sync'
import iconv from 'iconv-lite'
import type { LedgerEncoding } from '../../shared/ledger.ts'

/** A formula begins with one of these (OWASP, CSV injection); Excel takes the full-width ones as well, and CP932 makes one of `−`. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠−]/u

/** In front of what would be a formula stands an apostrophe: the cell is text, and a reader sees that something was done. */
export function defused(cell: string): string {
  return formulaStart.test(cell) ? `'${cell}` : cell
}

/** Nearly every line of a ledger is dates and closed words: only what must be quoted is worth the library's care. */
function lineOf(cells: readonly string[]): string {
  return cells.some((cell) => /[",\r\n]/.test(cell))
    ? stringify([cells], { record_delimiter: 'windows' })
    : `${cells.join(',')}\r\n`
}

/** One character with its variation selectors (異体字セレクタ). */
const characters = /.[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]*/gsu
/** Signs that look the same and that CP932 has under another code. */
const sameLooks: ReadonlyMap<string, string> = new Map([
  ['〜', '～'],
  ['−', '－'],
  ['‖', '∥'],
  ['—', '―'],
])
/** 〓 (下駄記号): the printers' sign for a character that is not there. */
const missingSign = '〓'

export interface CsvWriter {
  /** The next rows as bytes. */
  add(rows: readonly (readonly string[])[]): Buffer
  /** Characters that the encoding lacks and that `〓` stands for, in the order in which they were met. */
  missing(): string[]
}

export function csvWriter(encoding: LedgerEncoding): CsvWriter {
  const known = new Map<string, string>()
  const missing: string[] = []
  let isFirst = true

  /** What the encoding can write of a character. */
  function writable(character: string): string {
    const found = known.get(character)
    if (found !== undefined) return found
    const same = sameLooks.get(character) ?? character
    const isWritable = iconv.decode(iconv.encode(same, 'cp932'), 'cp932') === same
    if (!isWritable) missing.push(character)
    const written = isWritable ? same : missingSign
    known.set(character, written)
    return written
  }

  return {
    add(rows) {
      const text = rows.map((cells) => lineOf(cells.map(defused))).join('')
      const starts = isFirst
      isFirst = false
      if (encoding === 'utf-8') return Buffer.from(starts ? `\u{FEFF}${text}` : text)
      const bytes = iconv.encode(text, 'cp932')
      // Mostly nothing is lost, and looking at every character takes its time.
      return iconv.decode(bytes, 'cp932') === text ? bytes : iconv.encode(text.replace(characters, writable), 'cp932')
    },
    missing: () => missing,
  }
}
