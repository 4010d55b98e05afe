// Wipes a case and kills itself at the point it was given: a call of the vault or of the holders by name and count, or the n-th step done.
import { keySlotSchema } from '../../../main/vault/index.ts'
import { person, tempDesk } from '../desk-fixture.ts'
import { suicide } from './points.ts'
import { openTray, settled, wipesOf } from '../wipe-fixture.ts'

const [folder = '', slot = '', personId = '', password = '', caseId = '', point = ''] = process.argv.slice(2)
const { reach, watched } = suicide(point)

const desk = await tempDesk({ folder })
await desk.lock.unlock(keySlotSchema.parse(Number(slot)), personId, password)
const tray = watched(await openTray(desk))
const wipes = wipesOf(desk, tray, { vault: watched(desk.vault), changed: () => reach('changed', 'before') })
await wipes.start({ caseId, outside: [] }, { ...person(['clerk']), id: personId })
await settled(desk)
await desk.close()
