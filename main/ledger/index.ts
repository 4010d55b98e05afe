// The ledger on its way out (開示等請求台帳): made in memory with progress, looked at for characters that get lost, then saved where the person says.
import { randomUUID } from 'node:crypto'
import type { CalendarDate } from '../../shared/dates.ts'
import { Fault } from '../../shared/faults.ts'
import type { CallAnswer, CallRequest } from '../../shared/ipc/contract.ts'
import type { Person } from '../../shared/ipc/parts.ts'
import type { Audit } from '../audit/index.ts'
import type { Cases } from '../cases/index.ts'
import type { Jobs } from '../jobs/index.ts'
import type { Surroundings } from '../surroundings.ts'
import { csvWriter } from './csv.ts'
import { cellsOf, headings } from './columns.ts'

export { csvWriter } from './csv.ts'

export interface Ledger {
  /** Without names: kinds, states and dates only. Faults: cancelled, not-signed-in. */
  prepare(request: CallRequest<'ledger.prepare'>, who: Person): Promise<CallAnswer<'ledger.prepare'>>
  /** With the names and addresses of the cases that are not wiped. */
  prepareWithNames(request: CallRequest<'ledger.prepare'>, who: Person): Promise<CallAnswer<'ledger.prepare'>>
  /** Faults: not-found (prepared by somebody else, saved already, or the desk was locked meanwhile). */
  save(request: CallRequest<'ledger.save'>, who: Person): Promise<CallAnswer<'ledger.save'>>
  /** Drops what was prepared and not saved: when the desk is locked. */
  forget(): void
}

export interface LedgerParts {
  cases: Pick<Cases, 'ledger'>
  audit: Audit
  jobs: Jobs
  save: Surroundings['dialogs']['save']
  today(): CalendarDate
}

interface Prepared {
  id: string
  personId: string
  bytes: Buffer
  rows: number
  withNames: boolean
  encoding: CallRequest<'ledger.prepare'>['encoding']
}

export function createLedger({ cases, audit, jobs, save, today }: LedgerParts): Ledger {
  /** One at a time: a second one takes the place of the first. */
  let prepared: Prepared | null = null

  async function make(
    { encoding }: CallRequest<'ledger.prepare'>,
    withNames: boolean,
    who: Person,
  ): Promise<CallAnswer<'ledger.prepare'>> {
    prepared?.bytes.fill(0)
    prepared = null
    const writer = csvWriter(encoding)
    const parts: Buffer[] = []
    let rows = 0
    await jobs.run('export', 'ledger', async (report, signal) => {
      parts.push(writer.add([headings(withNames)]))
      for await (const { page, total } of cases.ledger(withNames)) {
        signal.throwIfAborted()
        parts.push(writer.add(page.map((row) => cellsOf(row, withNames))))
        rows += page.length
        report('rows', total === 0 ? 1 : rows / total)
      }
    })
    prepared = {
      id: randomUUID(),
      personId: who.id,
      bytes: Buffer.concat(parts),
      rows,
      withNames,
      encoding,
    }
    for (const part of parts) part.fill(0)
    return { id: prepared.id, rows, bytes: prepared.bytes.length, missing: writer.missing() }
  }

  return {
    prepare: (request, who) => make(request, false, who),
    prepareWithNames: (request, who) => make(request, true, who),

    async save({ id }, who) {
      const found = prepared
      if (found === null || found.id !== id || found.personId !== who.id) throw new Fault('not-found')
      if (!(await save(`開示等請求台帳-${today()}.csv`, found.bytes))) return { kind: 'cancelled' }
      await audit.append('ledger-exported', {
        actor: who.id,
        subject: null,
        detail: { rows: found.rows, encoding: found.encoding, names: found.withNames ? 'with' : 'without' },
      })
      found.bytes.fill(0)
      if (prepared === found) prepared = null
      return { kind: 'saved' }
    },

    forget() {
      prepared?.bytes.fill(0)
      prepared = null
    },
  }
}
