// Whether what was read can be all that was printed: of what breaks off, both readers may well say the same.
import { addressParts } from './address-parts.ts'

/** In one piece, a family name and a given one: 坂本 alone is half a name, 林 茜 in two pieces is none. */
const shortestName = 3

export function canBeWholeName(text: string): boolean {
  const pieces = text.split(/[\s・]+/u).filter((piece) => piece !== '')
  const [only] = pieces
  return pieces.length > 1 || (only !== undefined && /\P{ASCII}/u.test(only) && [...only].length >= shortestName)
}

/** An address goes on to the number of its lot. */
export function canBeWholeAddress(text: string): boolean {
  return addressParts(text).lot.length > 0
}
