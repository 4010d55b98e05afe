// Papers: an HTML document becomes a PDF in a window without scripts or network; a PDF goes to a printer as it is.
import { randomUUID } from 'node:crypto'
import { BrowserWindow, session, type Session } from 'electron'
import type { Log } from '../log.ts'
import type { Surroundings } from '../surroundings.ts'
import { paperOrigin, scheme } from './addresses.ts'
import { hardenSession } from './hardening.ts'
import { openPrinting } from './printing.ts'

const contentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"

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

  return {
    async pdfOf(html) {
      const token = randomUUID()
      waiting.set(token, html)
      const window = new BrowserWindow({
        show: false,
        webPreferences: {
          session: papers,
          sandbox: true,
          contextIsolation: true,
          javascript: false,
          spellcheck: false,
        },
      })
      try {
        await window.loadURL(`${paperOrigin}/${token}`)
        const pdf = await window.webContents.printToPDF({
          pageSize: 'A4',
          preferCSSPageSize: true,
          printBackground: true,
          margins: { top: 0, bottom: 0, left: 0, right: 0 },
        })
        return new Uint8Array(pdf)
      } finally {
        waiting.delete(token)
        window.destroy()
      }
    },
    ...openPrinting(),
  }
}
