// What a letter's template is filled with, from a case and the desk's settings.
import type { RequestKind } from '../../shared/cases.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import { Fault } from '../../shared/faults.ts'
import { correctionWaitUntil } from '../../shared/rules/deadlines.ts'
import { japaneseDate, japaneseDateWithWeekday } from '../../shared/rules/japanese-date.ts'
import type { DeskSettings } from '../../shared/settings.ts'
import type { Addressee } from '../cases/index.ts'
import type { Papers } from '../paper/index.ts'
import { addressBlock } from './address-block.ts'

export interface Letters {
  /**
   * 差替えのお願い: a copy that shows 本籍 is to be sent again with the field covered. Faults: missing-glyph {characters},
   * bad-request {field: 'address'} (too long for the envelope's window).
   */
  domicileCorrection(to: Addressee, settings: DeskSettings, today: CalendarDate): Promise<string>
}

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

export function createLetters(papers: Papers): Letters {
  return {
    async domicileCorrection(to, settings, today) {
      const address = addressBlock(to.requester, settings.envelopeWindow)
      if (address === null) throw new Fault('bad-request', { field: 'address', because: 'too-long-for-the-window' })
      return papers.fill('domicile-correction', {
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
