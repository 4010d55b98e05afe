// Address labels for envelopes without a window: the address that the letter itself carries, and the short code of its envelope.
import { Fault } from '../../shared/faults.ts'
import type { CallAnswer, CallRequest } from '../../shared/ipc/contract.ts'
import type { Person } from '../../shared/ipc/parts.ts'
import { labelGrids, labelPlaces, labelsOn } from '../../shared/labels.ts'
import { languageOf, letterInputsSchema } from '../../shared/letters.ts'
import { envelopeCodeOf } from '../../shared/rules/envelope-code.ts'
import type { Audit } from '../audit/index.ts'
import type { Cases } from '../cases/index.ts'
import type { Database } from '../db/index.ts'
import { envelopeMarks, type Papers } from '../paper/index.ts'
import type { Surroundings } from '../surroundings.ts'
import type { Vault } from '../vault/index.ts'
import { addressBlock } from './address-block.ts'
import { replaced } from './compose.ts'
import type { Recipient, Recipients } from './recipients.ts'
import { noticeRow, type NoticeRow } from './store.ts'
import { wordings } from './wordings.ts'

export interface LabelParts {
  db: Database
  vault: Vault
  audit: Audit
  cases: Pick<Cases, 'addresseeOf'>
  recipients: Pick<Recipients, 'of'>
  papers: Papers
  paper: Pick<Surroundings['paper'], 'pdfOf' | 'print'>
  save: Surroundings['dialogs']['save']
}

export interface Labels {
  /**
   * Faults: not-found, wrong-stage (a letter from before its address was kept), bad-request {field: 'first'} or {field:
   * 'address', number} (too long for the label), missing-glyph, no-printer, print-failed.
   */
  print(request: CallRequest<'labels.print'>, who: Person): Promise<CallAnswer<'labels.print'>>
  save(request: CallRequest<'labels.save'>, who: Person): Promise<CallAnswer<'labels.save'>>
}

type LabelRequest = CallRequest<'labels.save'>

/** What the code takes of a label's lower edge: 6 mm of bars and the white below them. */
const codeStripMm = 9
const codeHeightMm = 6
const insetMm = 4

export function createLabels(parts: LabelParts): Labels {
  const { db, vault, audit, cases, recipients, papers, paper, save } = parts

  /** As it stands in the letter, with the agreed characters. */
  async function addressOn(row: NoticeRow): Promise<Recipient> {
    const made = await recipients.of(row)
    if (made === null || row.inputs_sealed === null) throw new Fault('wrong-stage')
    const inputs = await vault.openColumn(row.key_slot, 'notices.inputs', row.id, row.inputs_sealed)
    const { substitutions } = letterInputsSchema.parse(JSON.parse(inputs))
    return { ...made, name: replaced(made.name, substitutions), address: replaced(made.address, substitutions) }
  }

  async function pdfOf({ ids, sheet, first }: LabelRequest): Promise<{ pdf: Uint8Array; rows: NoticeRow[] }> {
    const grid = labelGrids[sheet]
    if (first > labelsOn(grid)) throw new Fault('bad-request', { field: 'first' })
    const { widthMm, heightMm } = grid
    const rows: NoticeRow[] = []
    const sheets: object[][] = []
    for (const [index, place] of labelPlaces(sheet, first, ids.length).entries()) {
      const row = await noticeRow(db, ids[index] ?? '')
      const { lane, number } = await cases.addresseeOf(row.case_id)
      const { leftMm, topMm } = place
      // The block keeps its own white space at all edges; at the lower one the code keeps it.
      const space = { leftMm, topMm, widthMm, heightMm: heightMm - codeStripMm + insetMm }
      const address = addressBlock(await addressOn(row), space, wordings[languageOf(lane)].honorific)
      if (address === null)
        throw new Fault('bad-request', { field: 'address', because: 'too-long-for-the-label', number })
      const code = {
        ...envelopeMarks(envelopeCodeOf(row.id)),
        leftMm: leftMm + insetMm,
        topMm: topMm + heightMm - codeStripMm,
        widthMm: widthMm - 2 * insetMm,
        heightMm: codeHeightMm,
      }
      sheets[place.sheet - 1] = [...(sheets[place.sheet - 1] ?? []), { address, code }]
      rows.push(row)
    }
    return { pdf: await paper.pdfOf(await papers.fill('label-sheet', { sheets })), rows }
  }

  async function noted(rows: readonly NoticeRow[], to: 'printer' | 'file', who: Person): Promise<void> {
    await db.transaction(async (trx) => {
      for (const { id, case_id: caseId } of rows) {
        await audit.append('label-printed', { actor: who.id, subject: id, detail: { caseId, to } }, trx)
      }
    })
  }

  return {
    async print({ printer, ...request }, who) {
      const { pdf, rows } = await pdfOf(request)
      await paper.print(pdf, printer, 'labels')
      await noted(rows, 'printer', who)
      return {}
    },

    async save(request, who) {
      const { pdf, rows } = await pdfOf(request)
      if (!(await save('labels.pdf', pdf))) return { kind: 'cancelled' }
      await noted(rows, 'file', who)
      return { kind: 'saved' }
    },
  }
}
