// Takes in the batch of its watched folder and kills itself at the point it was given, while the batch is cut.
import { setInterval } from 'node:timers/promises'
import { builtScreening, mailDesk } from '../mail-desk.ts'
import { suicide } from './points.ts'

const [folder = '', outside = '', build = '', recoveryCode = '', point = ''] = process.argv.slice(2)
const { watched } = suicide(point)

const desk = await mailDesk(await builtScreening(build), { folder, outside, unlocked: false, watched })
await desk.intake.sweep()
if ((await desk.lock.unlockWithRecoveryCode(recoveryCode)) !== 'opened') throw new Error('The desk did not open.')
desk.chosen.folder = desk.inbox
await desk.intake.chooseWatchedFolder()
for await (const _ of setInterval(50)) {
  const { scans } = await desk.scans.inbox()
  if (scans.length > 1 && (await desk.jobs.list()).jobs.length === 0) process.exit(3)
}
