// `npm run demo`: plays the main job on specimen mail in a real Electron and leaves everything to look at in demo-output/.
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { checkout } from '../../resources/dev/places.mjs'
import { startApp } from './app.ts'
import { ask } from './bridge.ts'
import { specimenMail } from './mail.ts'
import { mainJob, type Job } from './main-job.ts'
import { lettersTour } from './tour-letters.ts'
import { formsTour } from './tour-forms.ts'
import { tour } from './tour.ts'
import { openTray } from './tray.ts'

const run = promisify(execFile)
const isShown = process.argv.includes('--show')
const output = join(checkout, 'demo-output')
const pauseMs = isShown ? 2_500 : 0
/** The least window that the desk is made for, and an office's usual screen; a shown window keeps its own. */
const sizes = [
  { folder: 'screens', width: 1280, height: 800 },
  { folder: 'screens-large', width: 1920, height: 1080 },
] as const

interface Line {
  step: string
  seconds: number
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`)
}

/** Letters and certificates as pictures, by the PDF tools of the system. */
async function picturesOfPdfs(): Promise<void> {
  for (const name of await readdir(output)) {
    if (name.endsWith('.pdf'))
      await run('pdftoppm', ['-r', '100', '-png', join(output, name), join(output, name.replace('.pdf', ''))])
  }
}

function table(lines: readonly Line[]): string {
  const width = Math.max(...lines.map(({ step }) => step.length))
  return lines.map(({ step, seconds }) => `| ${step.padEnd(width)} | ${seconds.toFixed(1).padStart(6)} s |`).join('\n')
}

await rm(output, { recursive: true, force: true })
for (const { folder } of sizes) await mkdir(join(output, folder), { recursive: true })
const outside = await mkdtemp(join(tmpdir(), 'privacy-desk-demo-'))
const dataFolder = join(outside, 'データ data')
const lines: Line[] = []

async function timed<T>(step: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now()
  const value = await work()
  lines.push({ step, seconds: (performance.now() - started) / 1000 })
  return value
}

say('The specimen mail is being drawn: fictional people, marked 見本.')
const mail = await timed('specimen mail', specimenMail)
say('The app is starting in a data folder of its own.')
const tray = await openTray()
const app = await timed('start', () => startApp({ dataFolder, environment: tray.environment }))
let pictures = 0
const job: Job = {
  app,
  mail,
  copierFolder: join(outside, 'コピー機 copier'),
  outputFolder: output,
  caseNumber: '',
  scanIds: new Map(),
  async look(name) {
    pictures += 1
    const file = `${String(pictures).padStart(2, '0')}-${name.replace(/\.\w+$/, '')}.png`
    for (const { folder, width, height } of isShown ? sizes.slice(0, 1) : sizes) {
      if (!isShown) await app.page.setViewportSize({ width, height })
      await app.page.screenshot({ path: join(output, folder, file), animations: 'disabled' })
    }
    if (!isShown) await app.page.setViewportSize(sizes[0])
    if (pauseMs > 0) await app.page.waitForTimeout(pauseMs)
  },
}

let done = 'set-up'
try {
  for (const [index, step] of [...mainJob, ...tour, ...formsTour, ...lettersTour(tray)].entries()) {
    done = step.name
    say(`${String(index + 1).padStart(2)}. ${step.sentence}`)
    await timed(step.name, () => step.take(job))
  }
  await writeFile(
    join(output, 'audit-verification.json'),
    JSON.stringify(await ask(app.page, 'audit.verify', {}), null, 2),
  )
} catch (error) {
  await app.page.screenshot({ path: join(output, `failed-at-${done}.png`) }).catch(() => {})
  say(
    `The step «${done}» did not do what it should; demo-output/failed-at-${done}.png shows the window. The app's log:`,
  )
  say(await readFile(join(dataFolder, 'log', 'desk.log'), 'utf8').catch(() => 'There is none.'))
  throw error
} finally {
  await app.close()
  await tray.remove()
  await rm(outside, { recursive: true, force: true })
}

await picturesOfPdfs()
const summary = table(lines)
await writeFile(join(output, 'summary.md'), `# The main job, step by step\n\n| step | time |\n|---|---|\n${summary}\n`)
say('')
say(summary)
say('')
say(
  `Everything happened. Look into ${relative(process.cwd(), output) || output}: screens in two sizes, masked pages, letter and certificate as PDF and PNG, the audit chain’s verification.`,
)
