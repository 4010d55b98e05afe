// The dated tables of the desk: what the app ships, followed by the desk's own versions; checked once a year, never edited.
import { randomUUID } from 'node:crypto'
import type { CalendarDate, Instant } from '../../shared/dates.ts'
import { Fault } from '../../shared/faults.ts'
import type { CallAnswer, CallRequest } from '../../shared/ipc/contract.ts'
import type { Person } from '../../shared/ipc/parts.ts'
import { datedVersionSchema, shippedVersions, type DatedVersion } from '../../shared/rules/dated/index.ts'
import type { Audit } from '../audit/index.ts'
import type { Database, Transaction } from '../db/index.ts'
import {
  addCheck,
  addVersion,
  checkRows,
  versionRows,
  withdrawVersion,
  type CheckRow,
  type VersionRow,
} from './store.ts'

export interface Rules {
  /** Every version with its latest check, for the functions of `shared/rules/dated`. */
  versions(): Promise<DatedVersion[]>
  list(): Promise<CallAnswer<'rules.list'>>
  /** Faults: impossible-date (before today: the past is not rewritten; or checked in the future). */
  add(request: CallRequest<'rules.add'>, who: Person): Promise<CallAnswer<'rules.list'>>
  /** Somebody compared a version with its source. Faults: not-found, impossible-date. */
  check(request: CallRequest<'rules.check'>, who: Person): Promise<CallAnswer<'rules.list'>>
  /** Takes back a version that has not come into force. Faults: not-found, wrong-stage. */
  withdraw(request: CallRequest<'rules.withdraw'>, who: Person): Promise<CallAnswer<'rules.list'>>
}

export interface RulesParts {
  db: Database
  audit: Audit
  /** Display name of a person of the desk. */
  nameOf(personId: string): Promise<string>
  now(): Instant
  today(): CalendarDate
}

export function createRules({ db, audit, nameOf, now, today }: RulesParts): Rules {
  async function versions(source: Database | Transaction = db): Promise<DatedVersion[]> {
    const checks = new Map((await checkRows(source)).map((check) => [check.version_id, check]))
    const own = (await versionRows(source)).map(versionOf)
    return [...shippedVersions, ...own].map((version) => checkedAgain(version, checks.get(version.id)))
  }

  async function list(): Promise<CallAnswer<'rules.list'>> {
    const all = await versions()
    const writers = new Set(all.flatMap(({ origin }) => (origin.kind === 'desk' ? [origin.recordedBy] : [])))
    const names = await Promise.all([...writers].map(async (id) => ({ id, name: await nameOf(id) })))
    return { versions: all, names }
  }

  function refuseUnlessPast(field: string, date: CalendarDate): void {
    if (date > today()) throw new Fault('impossible-date', { field, because: 'in-the-future', notAfter: today() })
  }

  return {
    versions: () => versions(),
    list,

    async add(rule, who) {
      if (rule.validFrom < today()) {
        throw new Fault('impossible-date', { field: 'validFrom', because: 'in-the-past', notBefore: today() })
      }
      refuseUnlessPast('checkedOn', rule.checkedOn)
      const { table, entry, validFrom } = rule
      const id = randomUUID()
      await db.transaction(async (trx) => {
        await addVersion(trx, {
          id,
          rule_table: table,
          entry,
          valid_from: validFrom,
          checked_on: rule.checkedOn,
          source: rule.source,
          confirmed: rule.confirmed ? 1 : 0,
          content: JSON.stringify(rule.content),
          recorded_at: now(),
          recorded_by: who.id,
          withdrawn_at: null,
        })
        await audit.append('rule-added', { actor: who.id, subject: id, detail: { table, entry, validFrom } }, trx)
      })
      return list()
    },

    async check({ id, checkedOn, source, confirmed }, who) {
      refuseUnlessPast('checkedOn', checkedOn)
      await db.transaction(async (trx) => {
        const version = (await versions(trx)).find((one) => one.id === id)
        if (version === undefined) throw new Fault('not-found')
        await addCheck(trx, {
          version_id: id,
          checked_on: checkedOn,
          source,
          confirmed: confirmed ? 1 : 0,
          recorded_at: now(),
          recorded_by: who.id,
        })
        const { table, entry } = version
        const detail = { table, entry, checkedOn, confirmed: confirmed ? 'yes' : 'no' }
        await audit.append('rule-checked', { actor: who.id, subject: id, detail }, trx)
      })
      return list()
    },

    async withdraw({ id }, who) {
      await db.transaction(async (trx) => {
        const row = (await versionRows(trx)).find((one) => one.id === id)
        if (row === undefined) throw new Fault('not-found')
        if (row.withdrawn_at !== null || row.valid_from <= today()) throw new Fault('wrong-stage')
        await withdrawVersion(trx, id, now())
        const detail = { table: row.rule_table, entry: row.entry, validFrom: row.valid_from }
        await audit.append('rule-withdrawn', { actor: who.id, subject: id, detail }, trx)
      })
      return list()
    },
  }
}

function versionOf(row: VersionRow): DatedVersion {
  return datedVersionSchema.parse({
    id: row.id,
    table: row.rule_table,
    entry: row.entry,
    validFrom: row.valid_from,
    checkedOn: row.checked_on,
    source: row.source,
    confirmed: row.confirmed === 1,
    content: JSON.parse(row.content),
    origin: {
      kind: 'desk',
      recordedAt: row.recorded_at,
      recordedBy: row.recorded_by,
      withdrawnAt: row.withdrawn_at,
    },
  })
}

function checkedAgain(version: DatedVersion, check: CheckRow | undefined): DatedVersion {
  if (check === undefined) return version
  return { ...version, checkedOn: check.checked_on, source: check.source, confirmed: check.confirmed === 1 }
}
