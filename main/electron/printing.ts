// Printers: the PDF is handed over as it is, so that paper and stored PDF are the same; each system has its own way.
import type { Surroundings } from '../surroundings.ts'
import { cupsPrint, cupsPrinters } from './cups.ts'
import { systemPrinters, systemPrint } from './system-printing.ts'

type Printing = Pick<Surroundings['paper'], 'printers' | 'print'>

export function openPrinting(): Printing {
  return process.platform === 'win32'
    ? { printers: systemPrinters, print: systemPrint }
    : { printers: cupsPrinters, print: cupsPrint }
}
