// The table of which fields may be kept on which documents, as it was after each change.
import { z } from 'zod'
import type { Migration } from './migration.ts'

const settingsSchema = z.object({ maskHeadOfRegister: z.boolean().optional() })

export const maskingPolicy: Migration = {
  number: 14,
  name: 'masking-policy',
  async up(trx) {
    await trx.raw(`
      CREATE TABLE masking_policies (
        position INTEGER PRIMARY KEY NOT NULL,
        content TEXT NOT NULL CHECK (json_valid(content)),
        set_at TEXT NOT NULL,
        set_by TEXT
      ) STRICT`)
    // Masks were made by these tables: the past is never edited.
    await trx.raw(`
      CREATE TRIGGER masking_policies_refuse_delete BEFORE DELETE ON masking_policies
      BEGIN SELECT RAISE(ABORT, 'masking policies only grow'); END`)
    await trx.raw(`
      CREATE TRIGGER masking_policies_refuse_update BEFORE UPDATE ON masking_policies
      BEGIN SELECT RAISE(ABORT, 'masking policies never change'); END`)
    // 筆頭者 was a setting of its own before there was a table.
    const row: unknown = await trx('desk_settings').where({ id: 1 }).first()
    if (row === undefined) return
    const { content } = z.object({ content: z.string() }).parse(row)
    if (settingsSchema.parse(JSON.parse(content)).maskHeadOfRegister !== false) return
    const mayKeep = ['juminhyo', 'koseki', 'application-form', 'other'].map((document) => ({
      document,
      field: 'head-of-register',
    }))
    await trx('masking_policies').insert({
      content: JSON.stringify({ mayKeep }),
      set_at: '1970-01-01T00:00:00.000Z',
      set_by: null,
    })
  },
}
