// Parts of an upright page read closely by both readers, each reading kept apart: for what a person will rely on.
import { cropLine } from './crop.ts'
import type { LoadedEngines } from './engines.ts'
import type { Grey, Rect } from './picture.ts'
import type { Glyph } from './read-line.ts'

/** One line of print each. The detector leaves this margin around print, in heights of the print; the readers expect it. */
const margin = 0.16

export interface TwiceRead {
  first: Glyph[]
  second: Glyph[]
}

/** In the order of the rectangles, which hug their line of print. */
export async function readTwice(
  upright: Grey,
  rects: readonly Rect[],
  { read, second }: Pick<LoadedEngines, 'read' | 'second'>,
  signal: AbortSignal,
): Promise<TwiceRead[]> {
  const pictures = rects.map(({ x, y, w, h }) =>
    cropLine(upright, {
      cx: x + w / 2,
      cy: y + h / 2,
      length: w + 2 * margin * h,
      thickness: (1 + 2 * margin) * h,
      angle: 0,
      score: 1,
    }),
  )
  const [firsts, seconds] = await Promise.all([read(pictures), second.read(pictures)])
  for (const picture of pictures) picture.data.fill(0)
  signal.throwIfAborted()
  return rects.map((_, index) => ({ first: firsts[index]!, second: seconds[index]! }))
}
