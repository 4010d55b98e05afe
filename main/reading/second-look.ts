// Which lines the second reader looks at as well, and whose reading counts.
import { cropLine } from './crop.ts'
import { sureness, textOf } from './glyphs.ts'
import type { Grey } from './picture.ts'
import type { Glyph } from './read-line.ts'
import type { ReadLine } from './read-page.ts'
import type { SecondReader } from './second-reader.ts'

/** Lines read twice on one page at most; the second reader takes about 50 ms for one. */
const mostLines = 10
/** Full-width characters stand about this much of a line box's thickness apart. */
const pitch = 0.78

/** Characters that look like 籍, the one a label hangs on. */
const register = /[籍藉箱箔策籓籖簎耤]/

/** Reads again what the first reader was unsure of or left gaps in, and first of all what may be the label everything hangs on. */
export async function lookAgain(
  upright: Grey,
  lines: readonly ReadLine[],
  reader: SecondReader,
  signal: AbortSignal,
): Promise<ReadLine[]> {
  const doubtful = lines
    .map((line, index) => ({ line, index, need: needOf(line) }))
    .filter(({ need }) => need > 0)
    .sort((a, b) => b.need - a.need)
    .slice(0, mostLines)
  const answer = [...lines]
  await Promise.all(
    doubtful.map(async ({ line, index }) => {
      const picture = cropLine(upright, line.box)
      const [again = []] = await reader.read([picture])
      picture.data.fill(0)
      answer[index] = { ...line, glyphs: better(line, again) }
    }),
  )
  signal.throwIfAborted()
  return answer
}

/** Share of the line's length that the characters read account for. */
function filled(line: ReadLine, glyphs: readonly Glyph[]): number {
  const width = glyphs.reduce((sum, glyph) => sum + (/[\x20-\x7e]/.test(glyph.char) ? 0.55 : 1), 0)
  return (width * pitch * line.box.thickness) / line.box.length
}

/** 0 = no need to look again. */
function needOf(line: ReadLine): number {
  if (line.vertical || line.box.length < 1.3 * line.box.thickness) return 0
  const text = textOf(line.glyphs)
  const sure = sureness(line.glyphs)
  const gaps = Math.max(0, 0.75 - filled(line, line.glyphs))
  const large = Math.min(1, line.box.thickness / 60)
  if (register.test(text) && (gaps > 0.15 || sure < 0.9)) return 5
  if (text.length === 0) return 0.1
  if (sure < 0.85) return 2 + (1 - sure)
  return gaps > 0.15 ? 1 + gaps + large : 0
}

/** The second reading, when it is surer or fills the line where the first left gaps. */
function better(line: ReadLine, again: readonly Glyph[]): Glyph[] {
  const first = line.glyphs
  // A row of stars or dashes says that something was left out; the second reader makes letters of it.
  if (again.length === 0 || /^[*＊\-ー—―–]{2,}$/.test(textOf(first))) return first
  const kana = (textOf(again).match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) ?? []).length
  // A label printed with wide gaps leaves much of its line empty: only a sentence may take its place.
  if (register.test(textOf(first)) && first.length <= 6 && kana < 3) return first
  // Its data is Japanese: Latin capitals come back from it as kana.
  if (/^[\x21-\x7e]{3,}$/.test(textOf(first)) && /[^\x21-\x7e]/.test(textOf(again))) return first
  const firstSure = sureness(first)
  const secondSure = sureness(again)
  const fillsMore = filled(line, again) > filled(line, first) + 0.12
  if (fillsMore && secondSure > 0.6) return [...again]
  if (secondSure > 0.8 && secondSure > firstSure + 0.05) return [...again]
  return first
}
