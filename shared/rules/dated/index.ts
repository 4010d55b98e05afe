// The dated tables as one: law articles, ID documents, refusal reasons. The rule of X in force on day D is asked here.
import { z } from 'zod'
import { refusalReasonSchema, refusalReasons, type RefusalReason } from '../../cases.ts'
import type { CalendarDate } from '../../dates.ts'
import { unreachable } from '../../faults.ts'
import { articleIds, articleIdSchema, articleSchema, type ArticleId } from './articles.ts'
import { idDocumentSchema, idKinds, idKindSchema, type IdKind } from './id-documents.ts'
import { refusalTextSchema, shippedRefusals } from './refusals.ts'
import { shippedArticles } from './shipped-articles.ts'
import { shippedIdDocuments } from './shipped-id-documents.ts'
import { isReviewDue, originSchema, provenanceSchema, versionOn } from './version.ts'

export const datedTables = ['articles', 'id-documents', 'refusals'] as const
export const datedTableSchema = z.enum(datedTables)
export type DatedTable = z.infer<typeof datedTableSchema>

const articleRule = { table: z.literal('articles'), entry: articleIdSchema, content: articleSchema }
const idDocumentRule = { table: z.literal('id-documents'), entry: idKindSchema, content: idDocumentSchema }
const refusalRule = { table: z.literal('refusals'), entry: refusalReasonSchema, content: refusalTextSchema }

/** A rule as an administrator writes it down. */
export const datedRuleSchema = z.discriminatedUnion('table', [
  z.object({ ...provenanceSchema.shape, ...articleRule }),
  z.object({ ...provenanceSchema.shape, ...idDocumentRule }),
  z.object({ ...provenanceSchema.shape, ...refusalRule }),
])
export type DatedRule = z.infer<typeof datedRuleSchema>

const kept = { id: z.string(), origin: originSchema }
/** A rule as it stands in the tables. */
export const datedVersionSchema = z.discriminatedUnion('table', [
  z.object({ ...kept, ...provenanceSchema.shape, ...articleRule }),
  z.object({ ...kept, ...provenanceSchema.shape, ...idDocumentRule }),
  z.object({ ...kept, ...provenanceSchema.shape, ...refusalRule }),
])
export type DatedVersion = z.infer<typeof datedVersionSchema>
export type ArticleVersion = Extract<DatedVersion, { table: 'articles' }>
export type IdDocumentVersion = Extract<DatedVersion, { table: 'id-documents' }>
export type RefusalVersion = Extract<DatedVersion, { table: 'refusals' }>

/** What the app ships, each entry's oldest first. The desk's own versions are put behind it. */
export const shippedVersions: readonly DatedVersion[] = [...shippedArticles, ...shippedIdDocuments, ...shippedRefusals]

/** The article about something as it stood on a day; null when the law did not know it yet. */
export function articleOn(versions: readonly DatedVersion[], id: ArticleId, on: CalendarDate): ArticleVersion | null {
  return versionOn(
    versions.filter((version): version is ArticleVersion => version.table === 'articles' && version.entry === id),
    on,
  )
}

/** Whether and how an ID document was accepted on a day; null when the desk had no rule for it yet. */
export function idDocumentOn(
  versions: readonly DatedVersion[],
  kind: IdKind,
  on: CalendarDate,
): IdDocumentVersion | null {
  return versionOn(
    versions.filter((version): version is IdDocumentVersion => {
      return version.table === 'id-documents' && version.entry === kind
    }),
    on,
  )
}

/** What a refusal for a reason says to the requester on a day. */
export function refusalOn(
  versions: readonly DatedVersion[],
  reason: RefusalReason,
  on: CalendarDate,
): RefusalVersion | null {
  return versionOn(
    versions.filter((version): version is RefusalVersion => version.table === 'refusals' && version.entry === reason),
    on,
  )
}

/** The entries of a table, in its order. */
export function entriesOf(table: DatedTable): readonly DatedVersion['entry'][] {
  switch (table) {
    case 'articles':
      return articleIds
    case 'id-documents':
      return idKinds
    case 'refusals':
      return refusalReasons
    default:
      return unreachable(table)
  }
}

/** Every rule in force on a day, one per entry that has one, in the order of the tables. */
export function inForceOn(versions: readonly DatedVersion[], on: CalendarDate): DatedVersion[] {
  return datedTables.flatMap((table) =>
    entriesOf(table).flatMap((entry) => {
      const found = versionOn(
        versions.filter((version) => version.table === table && version.entry === entry),
        on,
      )
      return found === null ? [] : [found]
    }),
  )
}

/** Rules in force that nobody has compared with their source for a year: the yearly review's list. */
export function reviewDue(versions: readonly DatedVersion[], today: CalendarDate): DatedVersion[] {
  return inForceOn(versions, today).filter((version) => isReviewDue(version, today))
}

/** Where the published policy and the law have parted: documents it names that are dead, living ones that it omits. */
export function policyGaps(versions: readonly DatedVersion[], on: CalendarDate): { dead: IdKind[]; omitted: IdKind[] } {
  const rules = inForceOn(versions, on).filter(
    (version): version is IdDocumentVersion => version.table === 'id-documents',
  )
  return {
    dead: rules.filter(({ content }) => content.inPolicy && content.accepted === 'no').map(({ entry }) => entry),
    omitted: rules.filter(({ content }) => !content.inPolicy && content.accepted !== 'no').map(({ entry }) => entry),
  }
}
