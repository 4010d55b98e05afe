// The bench of letters in the real app: from the button to the letter on the screen, and a hundred letters made and printed in one run.
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { CallRequest } from '../../shared/ipc/contract.ts'
import { noInputs, type LetterKind } from '../../shared/letters.ts'
import { oneCopy } from '../../shared/printing.ts'
import { hanako } from '../back-room/cases-desk.ts'
import { mayHaveQueues, startQueues, type Queues } from '../back-room/cups-queues.ts'
import { startApp, type App } from '../journeys/app.ts'
import { ask } from '../journeys/bridge.ts'
import { specimenMail } from '../journeys/mail.ts'
import { administrator, clerk } from '../journeys/shortcuts.ts'
import { caseScreen } from '../journeys/screens/case.ts'
import { doorScreen } from '../journeys/screens/door.ts'
import { staffScreen } from '../journeys/screens/staff.ts'
import { w } from '../journeys/words.ts'
import { duration, median, megabytes, section, table, timed, type Print } from './figures.ts'
import { processorTimeOf } from './processes.ts'
import { withTempFolder } from './temp-folder.ts'

const batch = 100
const previews = 5
/** A clerk looks at a case before writing. */
const lookMs = 1500

export async function benchLetters(print: Print): Promise<void> {
  const mail = await specimenMail()
  const queues = mayHaveQueues ? await startQueues() : null
  try {
    await withTempFolder(async (outside) => {
      const app = await startApp({
        dataFolder: join(outside, 'data'),
        ...(queues === null ? {} : { environment: queues.environment }),
      })
      try {
        await setUp(app)
        const cases: { id: string; number: string }[] = []
        for (let one = 0; one < batch; one += 1) cases.push(await openCase(app))
        // The newest stand first in the list.
        const shown = await previewed(app, cases.slice(-previews))
        const under = await whileReading(app, [mail.juminhyo, mail.passport, mail.licence], () =>
          previewed(app, cases.slice(-2 * previews, -previews)),
        )
        print(
          section(
            'Letters on the screen',
            'From the press of the button to the drawn letter, in the real window; target 500 ms.',
            table(
              ['when', 'median', 'slowest'],
              [
                ['the first letter after the start', duration(shown[0] ?? 0), ''],
                ['the next ones', duration(median(shown.slice(1))), duration(Math.max(...shown.slice(1)))],
                ['while scans are being read', duration(median(under)), duration(Math.max(...under))],
              ],
            ),
          ),
        )
        print(await batched(app, cases, queues))
      } finally {
        await app.close()
      }
    })
  } finally {
    await queues?.stop()
  }
}

async function setUp({ page }: App): Promise<void> {
  const door = doorScreen(page)
  await door.putRecoveryCodeAway(await door.setUp(administrator))
  await staffScreen(page).add(clerk, ['clerk'])
  await door.lock()
  await door.signIn(clerk)
  await door.signedIn()
}

async function openCase({ page }: App): Promise<{ id: string; number: string }> {
  const { today } = await ask(page, 'session.state', {})
  const request = { kind: 'disclosure', lane: 'post', inquiryOn: null, arrivedOn: today, requester: hanako } as const
  const { id, number } = await ask(page, 'cases.open', request)
  return { id, number }
}

/** Milliseconds per case, of the letter that is offered first. */
async function previewed({ page }: App, cases: readonly { number: string }[]): Promise<number[]> {
  const taken: number[] = []
  for (const { number } of cases) {
    await caseScreen(page).open(number)
    const button = page.getByRole('button', { name: new RegExp(w.letters.make.replace(/\{\{\w+\}\}/, '.*')) }).first()
    await button.waitFor()
    await setTimeout(lookMs)
    taken.push(
      await button.evaluate(async (element, name) => {
        const began = performance.now()
        if (element instanceof HTMLElement) element.click()
        for (;;) {
          const picture = document.querySelector(`[aria-label="${name}"] img`)
          if (picture instanceof HTMLImageElement && picture.complete && picture.naturalWidth > 0) break
          await new Promise(requestAnimationFrame)
        }
        return performance.now() - began
      }, w.letters.preview),
    )
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  }
  return taken
}

/** Scans are handed over again and again until the work is done, so that every process that reads is busy. */
async function whileReading<T>(
  app: App,
  pieces: readonly { fileName: string; bytes: Buffer }[],
  work: () => Promise<T>,
): Promise<T> {
  const ended = new AbortController()
  const reading = (async () => {
    for (let round = 0; !ended.signal.aborted; round += 1) {
      for (const { fileName, bytes } of pieces) await drop(app, `${round}-${fileName}`, bytes)
      while (!ended.signal.aborted && (await ask(app.page, 'jobs.list', {})).jobs.length > 2) await setTimeout(300)
    }
  })()
  try {
    await setTimeout(2 * lookMs)
    return await work()
  } finally {
    ended.abort()
    await reading
  }
}

/** A byte more at its end makes it another file. */
async function drop({ page }: App, name: string, bytes: Buffer): Promise<void> {
  const different = Buffer.concat([bytes, Buffer.from(name)]).toString('base64')
  await page.evaluate(
    async ([fileName, text]) => {
      const content = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
      await Reflect.get(window, 'desk').call('intake.drop', { files: [{ name: fileName, bytes: content }] })
    },
    [name, different] as const,
  )
}

async function batched(app: App, cases: readonly { id: string }[], queues: Queues | null): Promise<string> {
  const kind: LetterKind = 'domicile-correction'
  const memory: number[] = [await memoryOf(app)]
  const made: string[] = []
  const making = await measured(app, async () => {
    for (const [index, { id: caseId }] of cases.entries()) {
      made.push((await ask(app.page, 'notices.make', { caseId, kind, inputs: noInputs })).id)
      if ((index + 1) % (batch / 2) === 0) memory.push(await memoryOf(app))
    }
  })
  const rows = [[`making ${batch} letters`, ...making, memory.map(megabytes).join(' → ')]]
  if (queues !== null) {
    const before = await memoryOf(app)
    const request: CallRequest<'notices.printRun'> = { ids: made, printer: queues.pdf, how: oneCopy }
    const printing = await measured(app, async () => {
      const run = await ask(app.page, 'notices.printRun', request)
      if (run.printed !== batch) throw new Error(`Only ${run.printed} letters were printed.`)
    })
    const after = await memoryOf(app)
    rows.push([`printing ${batch} in one run`, ...printing, [before, after].map(megabytes).join(' → ')])
  }
  return section(
    'A batch of letters',
    queues === null
      ? 'Printing was not measured: a CUPS queue of its own takes root.'
      : 'Handed to a CUPS queue on this machine; target 200 ms a letter.',
    table(['what', 'a letter', 'processor time a letter', 'memory of all processes'], rows),
  )
}

/** A letter's share of the time and of the processor time of all the app's processes. */
async function measured({ electron }: App, work: () => Promise<void>): Promise<[time: string, processorTime: string]> {
  const root = electron.process().pid ?? 0
  const before = await processorTimeOf(root)
  const ms = await timed(work)
  const after = await processorTimeOf(root)
  return [duration(ms / batch), before === null || after === null ? '' : duration((after - before) / batch)]
}

async function memoryOf({ electron }: App): Promise<number> {
  const kilobytes = await electron.evaluate(({ app }) =>
    app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0),
  )
  return kilobytes * 1024
}
