// A desk that takes in what lies in its watched folder until it is killed: the other half of intake-killed.test.ts.
import { builtScreening, mailDesk } from './mail-desk.ts'

const [folder = '', outside = '', build = '', recoveryCode = ''] = process.argv.slice(2)

async function run(): Promise<void> {
  const desk = await mailDesk(await builtScreening(build), { folder, outside, unlocked: false })
  await desk.intake.sweep()
  if ((await desk.lock.unlockWithRecoveryCode(recoveryCode)) !== 'opened') throw new Error('The desk did not open.')
  await desk.scans.resume()
  desk.chosen.folder = desk.inbox
  await desk.intake.chooseWatchedFolder()
}

void run()
