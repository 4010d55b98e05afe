// The bench of the wipe: how long a case of many pages takes from its plan to its certificate, stage by stage.
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openPapers } from '../../main/paper/index.ts'
import { describeStorage } from '../../main/vault/index.ts'
import { createWipes } from '../../main/wipe/index.ts'
import { buildFolder } from '../../resources/dev/places.mjs'
import { wipeStages, type Certificate } from '../../shared/ipc/parts.ts'
import { defaultDeskSettings } from '../../shared/settings.ts'
import { duration, median, megabytes, section, table, type Print } from './figures.ts'
import { withTempFolder } from './temp-folder.ts'
import { closeCaseOf, filedDesk, idle, type ClosedCase } from './wipe-case.ts'

const pages = 50
const runs = 3

interface WipeRun {
  /** Milliseconds of each stage, in their order. */
  stages: number[]
  certificate: Certificate
}

export async function benchWipe(print: Print): Promise<void> {
  const wiped = await withTempFolder(async (folder) => {
    const closed = await closeCaseOf(pages, join(folder, 'closed'))
    const done: WipeRun[] = []
    for (let run = 0; run < runs; run += 1) {
      // A case is wiped but once: each run wipes a copy of the same data folder.
      const copy = join(folder, `copy-${run}`)
      await cp(join(folder, 'closed'), copy, { recursive: true })
      done.push(await wipe(copy, closed))
      await rm(copy, { recursive: true })
    }
    return done
  })
  const last = wiped.at(-1)
  if (last === undefined) throw new Error('Nothing was wiped.')
  const { objects, verification } = last.certificate
  const destroyed = objects.reduce((sum, { bytes }) => sum + bytes, 0)
  const remark =
    `Medians of ${runs}. ${objects.length} objects with ${megabytes(destroyed)} of sealed files were destroyed; ` +
    `then ${verification.patterns} patterns were searched for in ${megabytes(verification.bytesSearched)}, all that the data folder still holds of other cases.`
  const rows = wipeStages.map((stage, index) => [
    stage,
    duration(median(wiped.map(({ stages }) => stages[index] ?? 0))),
  ])
  const whole = median(wiped.map(({ stages }) => stages.reduce((sum, ms) => sum + ms, 0)))
  print(
    section(
      `Wipe of a case of ${pages} pages`,
      remark,
      table(['stage', 'time'], [...rows, ['whole', duration(whole)]]),
    ),
  )
}

/** Throws when the wipe did not end as WIPED: its times would say nothing. */
async function wipe(folder: string, closed: ClosedCase): Promise<WipeRun> {
  const desk = await filedDesk(folder, closed)
  const { db, vault, audit, jobs, cases, pieces, scans, clock, clerk } = desk
  try {
    const marks: number[] = []
    const wipes = createWipes({
      db,
      vault,
      audit,
      jobs,
      cases,
      emit(name, body) {
        desk.emit(name, body)
        // One after each stage, and one more at the end.
        if (name === 'wipes.changed') marks.push(performance.now())
      },
      holders: [scans, pieces, cases],
      storage: await describeStorage(folder),
      dataFolder: folder,
      appVersion: '0.1.0',
      papers: openPapers({ lettersFolder: join(buildFolder, 'letters'), fontsFolder: join(buildFolder, 'fonts') }),
      paper: { pdfOf: notAsked, print: notAsked },
      dialogs: { save: notAsked, chooseCertificate: notAsked },
      screening: { paper: notAsked },
      settings: async () => defaultDeskSettings,
      nameOf: async () => clerk.displayName,
      now: clock.now,
      today: clock.today,
    })
    const began = performance.now()
    const { id } = await wipes.start({ caseId: closed.caseId, outside: [] }, clerk)
    await idle(desk)
    const { certificate } = await wipes.get({ id })
    if (certificate?.result !== 'WIPED')
      throw new Error(`The wipe failed: ${certificate?.failure ?? 'it has no certificate'}.`)
    return { stages: wipeStages.map((_, index) => (marks[index] ?? began) - (marks[index - 1] ?? began)), certificate }
  } finally {
    await desk.close()
  }
}

/** Nobody looks at the certificate of a bench, prints it or saves it. */
function notAsked(): Promise<never> {
  return Promise.reject(new Error('A bench makes no paper.'))
}
