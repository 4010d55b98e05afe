// Sealed columns of the database: each bound to its key, its column and its row; opened one by one, or many at once for a list.
import { Fault } from '../../shared/faults.ts'
import type { KeySlot } from './key-slot.ts'
import type { Keys } from './keys.ts'
import { keyFor, seal, unseal } from './seal.ts'

/** What a column is sealed under: the key in a slot, or the desk key itself. */
export type ColumnKey = KeySlot | 'desk'

export interface SealedColumn {
  slot: KeySlot
  column: string
  rowId: string
  sealed: Uint8Array
}

export interface Columns {
  sealColumn(slot: ColumnKey, column: string, rowId: string, text: string): Promise<Buffer>
  openColumn(slot: ColumnKey, column: string, rowId: string, sealed: Uint8Array): Promise<string>
  openColumns(columns: readonly SealedColumn[]): Promise<(string | null)[]>
}

const version = 1
/** Between two steps other work has its turn; so many keys are in memory at once. */
const openedAtOnce = 256

export function columnsUnder(keys: Keys): Columns {
  return {
    sealColumn: (slot, column, rowId, text) =>
      keys.withKey(numberOf(slot), async (key) =>
        Buffer.concat([Buffer.of(version), seal(keyFor(key, 'columns'), Buffer.from(text), place(column, rowId))]),
      ),

    openColumn: (slot, column, rowId, sealed) =>
      keys.withKey(numberOf(slot), async (key) => {
        const text = open(key, { column, rowId, sealed })
        if (text === null) throw new Fault('vault-damaged', { part: 'column', column })
        return text
      }),

    async openColumns(columns) {
      const texts = columns.map((): string | null => null)
      // Neighbours in the file of keys are read together.
      const inOrder = [...columns.entries()].toSorted(([, one], [, other]) => one.slot - other.slot)
      for (let at = 0; at < inOrder.length; at += openedAtOnce) {
        const step = inOrder.slice(at, at + openedAtOnce)
        await keys.withKeys(
          step.map(([, { slot }]) => slot),
          (found) => {
            for (const [index, column] of step) {
              const key = found.get(column.slot)
              texts[index] = key === undefined ? null : open(key, column)
            }
          },
        )
      }
      return texts
    },
  }
}

function open(key: Uint8Array, { column, rowId, sealed }: Omit<SealedColumn, 'slot'>): string | null {
  if (sealed[0] !== version) return null
  return unseal(keyFor(key, 'columns'), sealed.subarray(1), place(column, rowId))?.toString() ?? null
}

function numberOf(slot: ColumnKey): number | null {
  return slot === 'desk' ? null : slot
}

function place(column: string, rowId: string): Buffer {
  return Buffer.from(JSON.stringify([column, rowId]))
}
