// Everything that can befall a page on its way, one after another, with its marked places carried along.
import { stays, toGrey } from '../picture.ts'
import type { Corners, Moved, Picture } from '../picture.ts'
import { seededRandom } from '../random.ts'
import type { Copy } from '../specimen.ts'
import { faxed } from './fax.ts'
import { folded, stapled } from './paper.ts'
import { blurred, darkened, faded, paled, photocopied } from './photocopy.ts'
import { photographed } from './photo.ts'
import { cut, offGlass, skewed, streaked, turned } from './scan.ts'

export interface Page {
  picture: Picture
  places: readonly Corners[]
}

/** Done to the paper before the desk's scanner sees it: a cover may come before or after these, never after a turn. */
export function isDoneToPaper(copy: Copy): boolean {
  return ['pattern', 'watermark', 'fold', 'staple', 'photocopy', 'faded', 'dark', 'pale'].includes(copy.kind)
}

/** `seed` makes noise and specks repeatable. The page's resolution changes only by a fax. */
export async function copied(page: Page, copies: readonly Copy[], dpi: number, seed: string): Promise<Page> {
  let { picture, places } = page
  for (const [at, copy] of copies.entries()) {
    const step = await done(picture, copy, dpi, `${seed}/${at}`)
    picture = step.picture
    places = places.map(([a, b, c, d]): Corners => [step.move(a), step.move(b), step.move(c), step.move(d)])
  }
  return { picture, places }
}

async function done(picture: Picture, copy: Copy, dpi: number, seed: string): Promise<Moved> {
  const random = seededRandom('copy', copy.kind, seed)
  const still = (changed: Picture): Moved => ({ picture: changed, move: stays })
  switch (copy.kind) {
    case 'pattern':
    case 'watermark':
    case 'jpeg':
    case 'broken-off':
      // The first two are drawn with the page, the others happen to the file.
      return still(picture)
    case 'fold':
      return still(folded(picture, copy.at, dpi, random))
    case 'staple':
      return still(stapled(picture, dpi, random))
    case 'photocopy':
      return still(await photocopied(picture, copy.generation, dpi, random))
    case 'faded':
      return still(faded(toGrey(picture), random))
    case 'pale':
      return still(paled(toGrey(picture), copy.contrast))
    case 'dark':
      return still(darkened(toGrey(picture), random))
    case 'grey':
      return still(toGrey(picture))
    case 'fax':
      return faxed(picture, dpi, random)
    case 'skew':
      return skewed(picture, copy.degrees)
    case 'photo':
      return photographed(picture, copy.strength, dpi, random)
    case 'blurred':
      return still(await blurred(picture, (copy.mm / 25.4) * dpi))
    case 'off-glass':
      return offGlass(picture, (copy.mm / 25.4) * dpi)
    case 'cut':
      return cut(picture, copy.share, random)
    case 'streaks':
      return still(streaked(picture, random))
    case 'turn':
      return turned(picture, copy.degrees)
    default:
      return copy satisfies never
  }
}
