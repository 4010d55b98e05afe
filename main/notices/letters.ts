// Fills a letter's template from a case and the desk's settings, as one HTML document with its fonts inside.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Liquid } from 'liquidjs'
import type { RequestKind } from '../../shared/cases.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import { Fault } from '../../shared/faults.ts'
import { correctionWaitUntil } from '../../shared/rules/deadlines.ts'
import { japaneseDate, japaneseDateWithWeekday } from '../../shared/rules/japanese-date.ts'
import type { DeskSettings } from '../../shared/settings.ts'
import type { Addressee } from '../cases/index.ts'
import { addressBlock } from './address-block.ts'
import { drawnBy, readCharacterMap, type CharacterMap } from './character-map.ts'
import { trimFont } from './trim-font.ts'

export interface Letters {
  /**
   * 差替えのお願い: a copy that shows 本籍 is to be sent again with the field covered. Faults: missing-glyph {characters},
   * bad-request {field: 'address'} (too long for the envelope's window).
   */
  domicileCorrection(to: Addressee, settings: DeskSettings, today: CalendarDate): Promise<string>
}

/** TrueType, so that they are embedded as text and not as drawings. Mincho for what is read, Gothic for headings. */
const fontFiles = [
  { family: 'BIZ UDMincho', weight: 400, file: 'BIZUDMincho_400Regular.ttf' },
  { family: 'BIZ UDGothic', weight: 700, file: 'BIZUDGothic_700Bold.ttf' },
] as const

/** Where the template keeps a place for the fonts, which need not go through the template engine. */
const fontsPlace = '/* fonts */'

/** What the requester asked for, as a letter says it: 「…をいただき」. */
const matters: Readonly<Record<RequestKind, string>> = {
  'purpose-notification': '保有個人データの利用目的の通知のご請求',
  disclosure: '保有個人データの開示のご請求',
  'third-party-record-disclosure': '第三者提供記録の開示のご請求',
  correction: '保有個人データの訂正のご請求',
  addition: '保有個人データの追加のご請求',
  deletion: '保有個人データの削除のご請求',
  suspension: '保有個人データの利用停止のご請求',
  erasure: '保有個人データの消去のご請求',
  'third-party-suspension': '保有個人データの第三者提供の停止のご請求',
  complaint: '個人情報の取扱いに関するお申出',
  consultation: '個人情報の取扱いに関するご相談',
}

export function openLetters({ lettersFolder, fontsFolder }: { lettersFolder: string; fontsFolder: string }): Letters {
  const engine = new Liquid({
    root: lettersFolder,
    extname: '.liquid.html',
    cache: true,
    // A placeholder that nothing fills is a mistake in the template, not an empty line in a letter.
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    outputEscape: 'escape',
  })
  let opened: Promise<Font[]> | null = null

  async function fonts(): Promise<Font[]> {
    opened ??= readFonts(fontsFolder)
    try {
      return await opened
    } catch (error) {
      opened = null
      throw error
    }
  }

  async function written(template: string, facts: Record<string, unknown>): Promise<string> {
    const page: unknown = await engine.renderFile(template, facts)
    const html = String(page)
    const text = textOf(html)
    const drawn = (await fonts()).map((font) => ({ font, drawing: drawnBy(font.map, text) }))
    const missing = new Set(drawn.flatMap(({ drawing }) => Array.from(drawing.missing)))
    if (missing.size > 0) throw new Fault('missing-glyph', { characters: [...missing].join(' ') })
    return html.replace(fontsPlace, () => drawn.map(({ font, drawing }) => faceOf(font, drawing.glyphs)).join('\n'))
  }

  return {
    async domicileCorrection(to, settings, today) {
      const address = addressBlock(to.requester, settings.envelopeWindow)
      if (address === null) throw new Fault('bad-request', { field: 'address', because: 'too-long-for-the-window' })
      return written('domicile-correction', {
        address,
        layout: layoutOf(settings.envelopeWindow),
        number: to.number,
        date: japaneseDate(today),
        sender: senderOf(to, settings),
        matter: matters[to.kind],
        until: japaneseDateWithWeekday(correctionWaitUntil(today, settings)),
        alsoHeadOfRegister: settings.maskHeadOfRegister,
      })
    },
  }
}

/** Meta Quest users have a desk and a letter head of their own (policy §14). */
function senderOf({ lane }: Addressee, { company }: DeskSettings): Record<string, string | string[]> {
  const { name, postalCode, address, signatory, desk } = company
  return {
    name,
    postalCode,
    address,
    signatory,
    deskLines: lane === 'meta-quest' ? ['Meta Questユーザー専用', desk] : [desk],
  }
}

interface Layout {
  sender: 'beside' | 'below'
  senderTopMm: number
  senderWidthMm: number
  bodyTopMm: number
  bodySizePt: number
}

/** Reference and sender stand beside the window; below it, and the text smaller, when a wide window leaves no room. From the sheet's top, in mm. */
function layoutOf(window: DeskSettings['envelopeWindow']): Layout {
  const windowEndMm = window.topMm + window.heightMm
  const besideMm = 186 - (window.leftMm + window.widthMm)
  if (besideMm >= 52) {
    const senderEndMm = 60
    return {
      sender: 'beside',
      senderTopMm: 14,
      senderWidthMm: Math.min(72, besideMm),
      bodyTopMm: Math.max(windowEndMm, senderEndMm) + 6,
      bodySizePt: 10.5,
    }
  }
  const senderHeightMm = 34
  const senderTopMm = windowEndMm + 4
  return { sender: 'below', senderTopMm, senderWidthMm: 168, bodyTopMm: senderTopMm + senderHeightMm, bodySizePt: 9.5 }
}

interface Font {
  family: string
  weight: number
  bytes: Buffer
  map: CharacterMap
}

function readFonts(folder: string): Promise<Font[]> {
  return Promise.all(
    fontFiles.map(async ({ family, weight, file }) => {
      const bytes = await readFile(join(folder, file))
      return { family, weight, bytes, map: readCharacterMap(bytes) }
    }),
  )
}

/** A document on its way to PDF may load nothing, so its fonts come inside it: only what the letter draws of them. */
function faceOf({ family, weight, bytes }: Font, glyphs: Set<number>): string {
  const source = `url(data:font/ttf;base64,${trimFont(bytes, glyphs).toString('base64')}) format('truetype')`
  return `@font-face{font-family:'${family}';font-weight:${weight};src:${source}}`
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&#34;': '"',
  '&#39;': "'",
}

/** What a reader of the page sees. The templates are ours: styles, comments, tags and the five entities of escaping. */
function textOf(html: string): string {
  return html
    .replace(/<style>.*?<\/style>|<!--.*?-->|<[^>]*>/gs, '')
    .replace(/&(?:amp|lt|gt|#34|#39);/g, (entity) => entities[entity] ?? entity)
}
