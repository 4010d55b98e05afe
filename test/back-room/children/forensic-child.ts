// Fills a case in the folder, writes down what could betray it, and wipes it or not: for a search of the disk below.
import { writeFileSync } from 'node:fs'
import { person, tempDesk, there } from '../desk-fixture.ts'
import { fillCase, openTray, requesterName, settled, wipesOf } from '../wipe-fixture.ts'

const [folder = '', report = '', task = ''] = process.argv.slice(2)
const desk = await tempDesk({ folder, unlocked: true })
const tray = await openTray(desk)
const filled = await fillCase(desk, 5)
const traces = await Promise.all([filled.caseSlot, ...filled.pieces.map(({ slot }) => slot)].map(desk.vault.keyTraces))
const heads = await Promise.all(
  filled.pieces.map(async ({ objectId }) => there(await desk.vault.describeObject(objectId)).head),
)
const hex = (all: readonly Buffer[]): string[] => all.map((bytes) => bytes.toString('hex'))
writeFileSync(
  report,
  JSON.stringify({
    wrappedKeys: hex(traces.map(([wrapped]) => there(wrapped))),
    keys: hex(traces.map(([, key]) => there(key))),
    ciphertexts: hex(heads),
    plain: hex([requesterName, ...filled.pieces.map(({ canary }) => canary)].map((text) => Buffer.from(text))),
  }),
)
if (task === 'wipe') {
  await wipesOf(desk, tray).start({ caseId: filled.caseId, outside: [] }, person(['clerk']))
  await settled(desk)
}
await desk.close()
