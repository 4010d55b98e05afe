// Reads the rows of a data sheet as a clerk types or pastes them.

export interface SheetRow {
  item: string
  content: string
}

/**
 * One row a line: what, then 「：」, a colon or a tab, then what it says. A line without any of them goes on with the row
 * before it. `sheetRows('氏名：見本 花子')` is `[{ item: '氏名', content: '見本 花子' }]`.
 */
export function sheetRows(typed: string): SheetRow[] {
  const rows: SheetRow[] = []
  for (const line of typed.split(/\r?\n/).map((one) => one.trimEnd())) {
    if (line.trim() === '') continue
    const at = line.search(/[\t：:]/u)
    const last = rows.at(-1)
    if (at > 0) rows.push({ item: line.slice(0, at).trim(), content: line.slice(at + 1).trim() })
    else if (last === undefined) rows.push({ item: line.trim(), content: '' })
    else last.content = last.content === '' ? line.trim() : `${last.content}\n${line.trim()}`
  }
  return rows
}
