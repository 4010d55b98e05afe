// The bundled fonts of the desk's papers: TrueType, so that they are embedded as text and not as drawings.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readCharacterMap, type CharacterMap, type Drawing } from './character-map.ts'
import { openTrimmer, type Trimmer } from './trim-font.ts'

export interface Font {
  family: string
  weight: number
  map: CharacterMap
  trim: Trimmer
}

/** Mincho for what is read, Gothic for headings and tables. */
const fontFiles = [
  { family: 'BIZ UDMincho', weight: 400, file: 'BIZUDMincho_400Regular.ttf' },
  { family: 'BIZ UDGothic', weight: 400, file: 'BIZUDGothic_400Regular.ttf' },
  { family: 'BIZ UDGothic', weight: 700, file: 'BIZUDGothic_700Bold.ttf' },
] as const

export function readFonts(folder: string): Promise<Font[]> {
  return Promise.all(
    fontFiles.map(async ({ family, weight, file }) => {
      const bytes = await readFile(join(folder, file))
      return { family, weight, map: readCharacterMap(bytes), trim: openTrimmer(bytes) }
    }),
  )
}

/** A document on its way to PDF may load nothing, so its fonts come inside it: only what the paper draws of them. */
export function faceOf({ family, weight, trim }: Font, drawing: Drawing): string {
  const source = `url(data:font/ttf;base64,${trim(drawing).toString('base64')}) format('truetype')`
  return `@font-face{font-family:'${family}';font-weight:${weight};src:${source}}`
}
