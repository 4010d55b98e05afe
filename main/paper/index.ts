// Papers of the desk's own (recovery sheet, certificates): a template filled with values and the bundled fonts, as one HTML document.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Liquid } from 'liquidjs'

export interface Papers {
  /** `template`: a file `<name>.liquid.html` of the letters folder. Every value is escaped; an unknown name in the template is an error. */
  fill(template: 'certificate' | 'recovery-sheet' | 'self-check-page', values: object): Promise<string>
}

export interface PaperParts {
  lettersFolder: string
  fontsFolder: string
}

/** TrueType, so that it embeds as text and not as Type 3 pictures. */
const fonts = [
  { family: 'BIZ UDGothic', weight: 400, file: 'BIZUDGothic_400Regular.ttf' },
  { family: 'BIZ UDGothic', weight: 700, file: 'BIZUDGothic_700Bold.ttf' },
  { family: 'BIZ UDMincho', weight: 400, file: 'BIZUDMincho_400Regular.ttf' },
] as const

export function openPapers({ lettersFolder, fontsFolder }: PaperParts): Papers {
  const liquid = new Liquid({ outputEscape: 'escape', strictVariables: true, strictFilters: true })
  return {
    async fill(template, values) {
      const source = await readFile(join(lettersFolder, `${template}.liquid.html`), 'utf8')
      const text: unknown = await liquid.parseAndRender(source, values)
      // After the filling: a font of megabytes need not go through the template.
      return String(text).replace('/* fonts */', await fontFaces(fontsFolder))
    },
  }
}

/** A document on its way to PDF may load nothing, so the fonts come inside it. */
async function fontFaces(folder: string): Promise<string> {
  const faces = fonts.map(async ({ family, weight, file }) => {
    const bytes = await readFile(join(folder, file))
    const url = `data:font/ttf;base64,${bytes.toString('base64')}`
    return `@font-face { font-family: '${family}'; font-weight: ${weight}; src: url('${url}') format('truetype'); }`
  })
  return (await Promise.all(faces)).join('\n')
}
