// Papers: an HTML document becomes a PDF in a window without scripts or network; a PDF goes to a printer as it is.
import { randomUUID } from 'node:crypto'
import { BrowserWindow, session, type Session } from 'electron'
import { inTurn } from '../jobs/index.ts'
import type { Log } from '../log.ts'
import type { Surroundings } from '../surroundings.ts'
import { paperOrigin, scheme } from './addresses.ts'
import { hardenSession } from './hardening.ts'
import { openPrinting } from './printing.ts'

const contentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"

/** How long a paper stays in the window, and how long the empty window stays for the next one: a case is read for a while first. */
const paperRestMs = 60_000
const windowRestMs = 15 * 60_000

export function openPaper(log: Log): Surroundings['paper'] {
  const waiting = new Map<string, string>()
  const papers: Session = session.fromPartition('privacy-desk-paper', { cache: false })
  hardenSession(papers, log)
  papers.protocol.handle(scheme, (request) => {
    const token = request.url.slice(paperOrigin.length + 1)
    const html = waiting.get(token)
    waiting.delete(token)
    if (html === undefined) return new Response(null, { status: 404 })
    return new Response(html, {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': contentSecurityPolicy,
        'cache-control': 'no-store',
      },
    })
  })

  const inOrder = inTurn()
  let press: BrowserWindow | null = null
  let rest: NodeJS.Timeout | null = null

  /** One window for all papers: to make a new one takes longer than to print a letter. */
  function pressNow(): BrowserWindow {
    if (rest !== null) clearTimeout(rest)
    rest = null
    if (press === null || press.isDestroyed()) {
      press = new BrowserWindow({
        show: false,
        webPreferences: {
          session: papers,
          sandbox: true,
          contextIsolation: true,
          javascript: false,
          spellcheck: false,
        },
      })
    }
    return press
  }

  function putAway(): void {
    press?.destroy()
    press = null
  }

  /** What was printed last must not stay open. */
  function emptied(): void {
    if (press === null || press.isDestroyed()) return
    rest = setTimeout(putAway, windowRestMs)
    press.loadURL('about:blank').catch(putAway)
  }

  async function print(html: string): Promise<Uint8Array> {
    const token = randomUUID()
    waiting.set(token, html)
    const window = pressNow()
    try {
      await window.loadURL(`${paperOrigin}/${token}`)
      const pdf = await window.webContents.printToPDF({
        pageSize: 'A4',
        preferCSSPageSize: true,
        printBackground: true,
        margins: { top: 0, bottom: 0, left: 0, right: 0 },
      })
      rest = setTimeout(emptied, paperRestMs)
      return new Uint8Array(pdf)
    } catch (error) {
      putAway()
      throw error
    } finally {
      waiting.delete(token)
    }
  }

  /** The window's own process is what takes long to start. */
  async function warmUp(): Promise<void> {
    if (press === null || press.isDestroyed()) await print('<!doctype html><title></title>')
  }

  return {
    pdfOf: (html) => inOrder(() => print(html)),
    warmUp: () => inOrder(warmUp),
    ...openPrinting(),
  }
}
