// Seals documents without end and names each on a line of its own once it is sealed, until it is killed.
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { keySlotSchema } from '../../../main/vault/index.ts'
import { tempDesk } from '../desk-fixture.ts'
import { contentOf } from './content.ts'

const [folder = '', slot = '', personId = '', password = ''] = process.argv.slice(2)
const desk = await tempDesk({ folder })
await desk.lock.unlock(keySlotSchema.parse(Number(slot)), personId, password)
const caseSlot = await desk.vault.createKey('case', randomUUID(), 'desk')
for (;;) {
  const id = randomUUID()
  const first = await desk.vault.createKey('document', id, 'desk')
  await desk.vault.sealObject(first, 'scan', contentOf(id), id)
  const moved = await desk.vault.rewrapKey(first, caseSlot)
  // Both numbers must go on leading to the document: the parent reads only whole lines.
  writeSync(1, `${id} ${first} ${moved}\n`)
}
