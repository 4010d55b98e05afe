// The number of a key's slot, as the database holds it.
import { z } from 'zod'

export const keySlotSchema = z.number().int().nonnegative().brand<'KeySlot'>()
/** The number of a slot in `keys.slots`: what the database stores instead of a key. Rows are parsed with `keySlotSchema`. */
export type KeySlot = z.infer<typeof keySlotSchema>
