// The book of dispatches (発送簿): what went out on a day, by which service and under which number, to print for the counter and to keep.
import type { CalendarDate } from '../../shared/dates.ts'
import type { CallAnswer, CallRequest } from '../../shared/ipc/contract.ts'
import type { Person } from '../../shared/ipc/parts.ts'
import { japaneseDateWithWeekday } from '../../shared/rules/japanese-date.ts'
import type { DeskSettings } from '../../shared/settings.ts'
import { serviceWords } from '../../shared/words-on-paper.ts'
import type { Audit } from '../audit/index.ts'
import { csvWriter } from '../ledger/index.ts'
import type { Papers } from '../paper/index.ts'
import type { Surroundings } from '../surroundings.ts'
import type { PostedView } from './posted.ts'

export interface BookParts {
  posted: Pick<PostedView, 'dispatchedOn'>
  audit: Audit
  papers: Papers
  paper: Pick<Surroundings['paper'], 'pdfOf' | 'print'>
  save: Surroundings['dialogs']['save']
  deskSettings(): Promise<DeskSettings>
}

export interface DispatchBook {
  book(request: CallRequest<'post.book'>): Promise<CallAnswer<'post.book'>>
  /** Faults: no-printer, print-failed. */
  printBook(request: CallRequest<'post.printBook'>, who: Person): Promise<CallAnswer<'post.printBook'>>
  saveBook(request: CallRequest<'post.saveBook'>, who: Person): Promise<CallAnswer<'post.saveBook'>>
}

type Line = CallAnswer<'post.book'>['rows'][number]

export function createDispatchBook({ posted, audit, papers, paper, save, deskSettings }: BookParts): DispatchBook {
  async function pdfOf(on: CalendarDate): Promise<Uint8Array> {
    const rows = await posted.dispatchedOn(on)
    const { company } = await deskSettings()
    const html = await papers.fill('dispatch-book', {
      company,
      on: japaneseDateWithWeekday(on),
      rows: rows.map(({ caseNumber, recipientName, service, trackingNumber }, index) => ({
        place: index + 1,
        service: serviceWords[service],
        number: trackingNumber ?? '―',
        recipient: recipientName ?? '―',
        caseNumber,
      })),
      total: rows.length,
      services: countsOf(rows),
    })
    return paper.pdfOf(html)
  }

  return {
    book: async ({ on }) => ({ rows: await posted.dispatchedOn(on) }),

    async printBook({ on, printer }, who) {
      await paper.print(await pdfOf(on), printer, `発送簿-${on}`)
      await audit.append('dispatch-book-made', { actor: who.id, subject: null, detail: { on, to: 'printer' } })
      return {}
    },

    async saveBook({ on, as }, who) {
      const bytes = as === 'pdf' ? await pdfOf(on) : csvOf(on, await posted.dispatchedOn(on))
      if (!(await save(`発送簿-${on}.${as}`, bytes))) return { kind: 'cancelled' }
      await audit.append('dispatch-book-made', { actor: who.id, subject: null, detail: { on, to: as } })
      return { kind: 'saved' }
    },
  }
}

/** Without names: a table on the disk is plain for everybody, and the case's number leads to the rest. */
function csvOf(on: CalendarDate, rows: readonly Line[]): Buffer {
  return csvWriter('utf-8').add([
    ['発送日', '番号', '送り方', '引受番号・お問い合わせ番号', '案件番号'],
    ...rows.map(({ caseNumber, service, trackingNumber }, index) => [
      on,
      String(index + 1),
      serviceWords[service],
      trackingNumber ?? '',
      caseNumber,
    ]),
  ])
}

function countsOf(rows: readonly Line[]): { words: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { service } of rows) counts.set(serviceWords[service], (counts.get(serviceWords[service]) ?? 0) + 1)
  return [...counts].map(([words, count]) => ({ words, count }))
}
