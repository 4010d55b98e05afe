// Windows printing: the stored PDF is shown by Chromium's own PDF viewer in a hidden window and printed from there.
import { randomUUID } from 'node:crypto'
import { BrowserWindow, session } from 'electron'
import { Fault } from '../../shared/faults.ts'
import { oneCopy, type HowToPrint, type Printer } from '../../shared/printing.ts'
import { paperOrigin, scheme } from './addresses.ts'

/** Printers as the operating system names them; it does not tell their state, trays, or whether they turn the sheet. */
export async function systemPrinters(): Promise<Printer[]> {
  const window = BrowserWindow.getAllWindows()[0]
  if (window === undefined) return []
  const printers = await window.webContents.getPrintersAsync()
  return printers.map((printer) => ({
    name: printer.name,
    label: printer.displayName || printer.name,
    isDefault: 'isDefault' in printer && printer.isDefault === true,
    state: 'ready',
    printsBothSides: true,
    trays: [],
  }))
}

/** Resolves when the job is spooled. Not runnable on a machine without Windows; see the README's list of limits. */
export async function systemPrint(
  pdf: Uint8Array,
  printer: string,
  jobName: string,
  how: HowToPrint = oneCopy,
): Promise<void> {
  if (!(await systemPrinters()).some((known) => known.name === printer)) throw new Fault('no-printer')
  const papers = session.fromPartition(`privacy-desk-print-${randomUUID()}`, { cache: false })
  papers.protocol.handle(
    scheme,
    () =>
      new Response(new Uint8Array(pdf), {
        headers: { 'content-type': 'application/pdf', 'cache-control': 'no-store' },
      }),
  )
  const window = new BrowserWindow({
    show: false,
    title: jobName,
    webPreferences: { session: papers, sandbox: true, contextIsolation: true, plugins: true, spellcheck: false },
  })
  try {
    await window.loadURL(`${paperOrigin}/${randomUUID()}.pdf`)
    await new Promise<void>((resolve, reject) => {
      const settings = {
        silent: true,
        deviceName: printer,
        pageSize: 'A4',
        copies: how.copies,
        duplexMode: how.sides === 'two' ? 'longEdge' : 'simplex',
      } as const
      window.webContents.print(settings, (spooled, reason) =>
        spooled ? resolve() : reject(new Fault('print-failed', { reason })),
      )
    })
  } finally {
    window.destroy()
  }
}
