// The main job and the tour after it, sentence by sentence, in a real Electron: the same steps that the demo plays.
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { violationsOn } from './accessibility.ts'
import { startApp } from './app.ts'
import { specimenMail } from './mail.ts'
import { mainJob, type Job, type Step } from './main-job.ts'
import { formsTour } from './tour-forms.ts'
import { lettersTour } from './tour-letters.ts'
import { tour } from './tour.ts'
import { openTray } from './tray.ts'

const stepTimeoutMs = 300_000

const tray = await openTray()

describe('the main job', () => {
  let folder = ''
  let job: Job | null = null
  /** A step stands on the one before it: after a failure the others say so instead of failing each in its own way. */
  let broken: string | null = null

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), '主 job-'))
    const outputFolder = join(folder, 'output')
    await mkdir(outputFolder)
    const mail = await specimenMail()
    const app = await startApp({ dataFolder: join(folder, 'データ'), environment: tray.environment })
    job = {
      app,
      mail,
      copierFolder: join(folder, 'コピー機'),
      outputFolder,
      // Every screen that the demo takes a picture of is asked here whether everybody can use it.
      async look(name) {
        const violations = await violationsOn(app.page)
        if (violations.length > 0) throw new Error(`On ${name}, not everybody can use: ${violations.join('; ')}`)
      },
      caseNumber: '',
      scanIds: new Map(),
    }
  }, stepTimeoutMs)

  afterAll(async () => {
    await job?.app.close()
    await tray.remove()
    await rm(folder, { recursive: true, force: true })
  })

  async function take(step: Step): Promise<void> {
    if (job === null || broken !== null) throw new Error(`The step «${broken ?? 'start'}» before this one failed.`)
    try {
      await step.take(job)
    } catch (error) {
      broken = step.name
      throw error
    }
  }

  test.for([...mainJob, ...tour, ...formsTour, ...lettersTour(tray)].map((step) => [step.sentence, step] as const))(
    '%s',
    { timeout: stepTimeoutMs },
    async ([, step]) => {
      await expect(take(step)).resolves.toBeUndefined()
    },
  )
})
