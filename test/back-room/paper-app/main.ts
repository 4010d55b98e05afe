// A small Electron app for tests: makes a PDF beside every HTML file of a folder, the way the desk makes its letters.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import { declareScheme } from '../../../main/electron/addresses.ts'
import { hardenBeforeReady } from '../../../main/electron/hardening.ts'
import { openPaper } from '../../../main/electron/paper.ts'

const folder = app.commandLine.getSwitchValue('folder')
app.setPath('userData', join(folder, 'profile'))
declareScheme()
hardenBeforeReady()
app.on('window-all-closed', () => undefined)

async function makePapers(): Promise<void> {
  await app.whenReady()
  const paper = openPaper({ write: () => undefined })
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.html'))) {
    const started = performance.now()
    const pdf = await paper.pdfOf(readFileSync(join(folder, file), 'utf8'))
    writeFileSync(join(folder, file.replace(/html$/, 'pdf')), pdf)
    process.stdout.write(`${file} ${Math.round(performance.now() - started)} ms\n`)
  }
}

makePapers().then(
  () => app.exit(0),
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`)
    app.exit(1)
  },
)
