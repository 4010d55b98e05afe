// Names for the masked pages of many files in one folder, so that no file's pages take the place of another's.
import { basename, extname } from 'node:path'

/**
 * A name for each file, in order; its pages are `<name>-p<page>.png`. The base name; where another file has it already,
 * the whole name with its extension; and where even that is taken, a number behind it.
 * `['in/a.jpg', 'in/a.png', 'b/a.png']` → `a`, `a.png`, `a.png-2`.
 */
export function maskNames(files: readonly string[]): { file: string; name: string }[] {
  const taken = new Set<string>()
  return files.map((file) => {
    const whole = basename(file)
    let name = basename(file, extname(file))
    for (let number = 1; taken.has(alike(name)); number++) name = number === 1 ? whole : `${whole}-${number}`
    taken.add(alike(name))
    return { file, name }
  })
}

/** Windows and macOS keep one file for names that differ in case or in how an accent or 濁点 is written. */
function alike(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
