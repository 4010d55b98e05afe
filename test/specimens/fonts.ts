// The typefaces specimens are printed and written with, split into those tuning may see and those it may not.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkout } from './checkout.ts'
import type { Part } from './specimen.ts'

export interface Typeface {
  family: string
  /** What it stands for: an office's print, a hand, the fixed pitch of machine-readable lines. */
  use: 'print' | 'hand' | 'fixed'
  part: Part
  weights: readonly (readonly [weight: number, file: string])[]
}

export const typefaces: readonly Typeface[] = [
  face('BIZ UDGothic', 'print', 'tuned', 'biz-udgothic', 'BIZUDGothic', true),
  face('BIZ UDMincho', 'print', 'tuned', 'biz-udmincho', 'BIZUDMincho', true),
  face('Noto Sans JP', 'print', 'tuned', 'noto-sans-jp', 'NotoSansJP', true),
  face('Zen Old Mincho', 'print', 'tuned', 'zen-old-mincho', 'ZenOldMincho', true),
  face('M PLUS Rounded 1c', 'print', 'tuned', 'm-plus-rounded-1c', 'MPLUSRounded1c', true),
  face('Shippori Mincho', 'print', 'held-back', 'shippori-mincho', 'ShipporiMincho', true),
  face('Kosugi Maru', 'print', 'held-back', 'kosugi-maru', 'KosugiMaru', false),
  face('Klee One', 'hand', 'tuned', 'klee-one', 'KleeOne', false),
  face('Zen Kurenaido', 'hand', 'held-back', 'zen-kurenaido', 'ZenKurenaido', false),
  face('Cousine', 'fixed', 'tuned', 'cousine', 'Cousine', true),
  face('IBM Plex Mono', 'fixed', 'held-back', 'ibm-plex-mono', 'IBMPlexMono', true),
]

function face(
  family: string,
  use: Typeface['use'],
  part: Part,
  packageName: string,
  file: string,
  hasBold: boolean,
): Typeface {
  const regular = [400, `${packageName}/400Regular/${file}_400Regular.ttf`] as const
  const bold = [700, `${packageName}/700Bold/${file}_700Bold.ttf`] as const
  return { family, use, part, weights: hasBold ? [regular, bold] : [regular] }
}

/** For the page's `@font-face` rules. Throws when a package is not installed: another machine's fallback would draw other pages. */
export function fontFiles(): { family: string; weight: number; url: string }[] {
  return typefaces.flatMap(({ family, weights }) =>
    weights.map(([weight, path]) => {
      const file = join(checkout, 'node_modules', '@expo-google-fonts', path)
      if (!existsSync(file)) throw new Error(`The typeface ${path} is not installed.`)
      return { family, weight, url: pathToFileURL(file).href }
    }),
  )
}
