// What the back room needs from the machine around it; main/electron/ is the real one, tests bring real files and clocks.
import type { HowToPrint, Printer } from '../shared/printing.ts'
import type { Preferences } from '../shared/settings.ts'
import type { StartWorker } from './screening/index.ts'
import type { CalendarDate, Instant } from '../shared/dates.ts'

/** Protects small secrets with the operating system's keychain, per OS user. Absent where there is none to trust. */
export interface Keychain {
  protect(secret: Uint8Array): Promise<Uint8Array>
  /** Throws when this OS user cannot open it. */
  unprotect(sealed: Uint8Array): Promise<Uint8Array>
}

export interface Surroundings {
  /** The only folder that anything is written to. */
  dataFolder: string
  appVersion: string
  modelsFolder: string
  fontsFolder: string
  lettersFolder: string
  /** Bundled worker of screening. */
  screeningWorkerFile: string
  /** Starts a process of screening: the way differs inside Electron. */
  startWorker: StartWorker
  /** Which picture library runs cleanly in this process. */
  pictures: 'native' | 'wasm'
  now(): Instant
  /** Today in Japan, whatever the PC's time zone. */
  today(): CalendarDate
  keychain: Keychain | null
  preferences: {
    get(): Preferences
    set(preferences: Preferences): void
    watchedFolder(): string | null
    setWatchedFolder(folder: string | null): void
  }
  /** A message on the computer's screen, without personal data; false where the system shows none. */
  notify(message: { title: string; body: string }): boolean
  dialogs: {
    /** Absolute paths; empty when cancelled. */
    chooseScans(): Promise<string[]>
    chooseFolder(): Promise<string | null>
    /** Writes where the person says; false when cancelled. `name` holds no personal data. */
    save(name: string, bytes: Uint8Array): Promise<boolean>
    chooseCertificate(): Promise<Uint8Array | null>
  }
  paper: {
    /** A4 PDF of a whole HTML document with its own `@page` rules; no network, no script. */
    pdfOf(html: string): Promise<Uint8Array>
    /** Gets ready for a paper that will be asked for soon, so that it does not take long. */
    warmUp(): Promise<void>
    printers(): Promise<Printer[]>
    /** Resolves when spooled; one copy on one side unless told. `jobName` holds no personal data. Faults: no-printer, print-failed. */
    print(pdf: Uint8Array, printer: string, jobName: string, how?: HowToPrint): Promise<void>
  }
}
