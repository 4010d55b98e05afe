// Letters through a real CUPS: its queues as the app lists them, and what a PDF printer makes of a letter laid beside the letter itself.
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cupsPrint, cupsPrinters } from '../../main/electron/cups.ts'
import { composeLetter } from '../../main/notices/compose.ts'
import { specimenFacts } from '../../main/notices/specimen.ts'
import { openPapers } from '../../main/paper/index.ts'
import type { Screening } from '../../main/screening/index.ts'
import { shippedVersions } from '../../shared/rules/dated/index.ts'
import { oneCopy } from '../../shared/printing.ts'
import { defaultDeskSettings } from '../../shared/settings.ts'
import { mayHaveQueues, startQueues, type Queues } from './cups-queues.ts'
import { there } from './desk-fixture.ts'
import { papersOf } from './electron-paper.ts'
import { faultOf, lettersDesk, type LettersDesk } from './letters-desk.ts'
import { builtScreening } from './mail-desk.ts'
import { fontsFolder, lettersFolder } from './papers-fixture.ts'
import { printedPages, strayInk, type PrintedPage } from './printed-words.ts'

/** How far anything may lie from its place in the letter. */
const toleranceMm = 0.3
/** Of all ink: edges that one program draws a little darker than the other. */
const mostStray = 0.002

if (!mayHaveQueues) {
  process.stdout.write(
    'Printing through CUPS is not tried out: a scheduler of its own takes root, and CUPS installed.\n',
  )
}

describe.skipIf(!mayHaveQueues)('a real CUPS', () => {
  let queues: Queues
  let screening: Screening
  let fonts: string
  let desk: LettersDesk
  let pdf: Buffer
  const before = process.env['CUPS_SERVER']

  beforeAll(async () => {
    queues = await startQueues()
    process.env['CUPS_SERVER'] = queues.environment.CUPS_SERVER
    fonts = await fontsFolder()
    const papers = openPapers({ lettersFolder, fontsFolder: fonts })
    const given = { settings: defaultDeskSettings, today: '2026-11-24', desk: '12345', versions: shippedVersions }
    const letter = await composeLetter(
      specimenFacts('form-dispatch', 'disclosure', 'ja', given),
      (text) => papers.shippedText(text, 'ja'),
      papers,
    )
    pdf = there((await papersOf([await letter.html(letter.sheetCount)]))[0])
    screening = await builtScreening()
    desk = await lettersDesk({ screening, fonts, pdf }, { print: cupsPrint })
  })
  afterAll(async () => {
    if (before === undefined) delete process.env['CUPS_SERVER']
    else process.env['CUPS_SERVER'] = before
    await desk.remove()
    await screening.close()
    await rm(fonts, { recursive: true })
    await queues.stop()
  })

  it('lists its queues with what each can do, and says which is stopped', async () => {
    expect(await cupsPrinters()).toEqual([
      {
        name: queues.office,
        label: queues.office,
        isDefault: false,
        state: 'ready',
        printsBothSides: true,
        trays: ['Default', 'Upper', 'Manual'],
      },
      expect.objectContaining({ name: queues.pdf, isDefault: true, state: 'ready' }),
    ])
    await queues.command('cupsdisable', queues.office)
    expect(await cupsPrinters()).toMatchObject([{ name: queues.office, state: 'stopped' }, { state: 'ready' }])
    await queues.command('cupsenable', queues.office)
  })

  it('names a printer that is gone, and one that takes nothing', async () => {
    expect(await faultOf(cupsPrint(pdf, 'nobody', 'none', oneCopy))).toMatchObject({ code: 'no-printer' })
    await queues.command('cupsreject', queues.office)
    expect(await faultOf(cupsPrint(pdf, queues.office, 'none', oneCopy))).toMatchObject({ code: 'print-failed' })
  })

  it('prints a run of letters, and what comes out lies on its letter, page by page', async () => {
    const ids: string[] = []
    for (let one = 0; one < 3; one += 1) ids.push((await desk.make()).notice.id)
    const run = await desk.notices.printRun({ ids, printer: queues.pdf, how: oneCopy }, desk.clerk)
    expect(run).toEqual({ printed: 3, failed: [], left: 0, endedBy: 'last-letter' })
    const files = await queues.printed(3)
    expect(files).toHaveLength(3)
    const kept = join(desk.folder, 'kept.pdf')
    await writeFile(kept, pdf)
    const letter = printedPages(kept)
    expect(letter.length).toBeGreaterThan(2)
    for (const file of files) {
      expect(printedPages(file).map(sizeOf)).toEqual(letter.map(sizeOf))
      for (const page of letter.keys()) expect(strayInk(kept, file, page + 1, toleranceMm)).toBeLessThan(mostStray)
    }
  })
})

function sizeOf({ widthMm, heightMm }: PrintedPage): [number, number] {
  return [Math.round(widthMm), Math.round(heightMm)]
}
