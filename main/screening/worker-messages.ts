// What the pool and its worker processes say to each other.
import type { IdentityReading } from '../../shared/identity.ts'
import type { Mask } from '../../shared/rules/screening/left-legible.ts'
import type { Box, Turn } from '../../shared/screening.ts'
import type { Inspection } from '../reading/index.ts'
import type { ScreeningStep } from './look-at-page.ts'
import type { ScreenedPage } from './screen-page.ts'

export interface WorkerSetting {
  modelsFolder: string
  pictures: 'native' | 'wasm'
  threads: number
}

export type EncodedPicture = { bytes: Uint8Array; type: 'image/jpeg' | 'image/png'; width: number; height: number }
/** A page of one of the desk's own PDFs, and of how many. */
export interface PaperPage {
  picture: EncodedPicture
  /** From 0. */
  page: number
  pageCount: number
}
export type MaskResult =
  | { png: Uint8Array; width: number; height: number; legible: false }
  | { legible: true; boxes: Box[] }

export type Task =
  | { task: 'inspect'; bytes: Uint8Array }
  | { task: 'screen'; bytes: Uint8Array; page: number }
  | { task: 'picture'; bytes: Uint8Array; page: number; look: { turn: Turn; longSidePx: number } }
  | { task: 'paper'; bytes: Uint8Array; page: number; longSidePx: number }
  | { task: 'extract'; bytes: Uint8Array; pages: number[] }
  | { task: 'identity'; bytes: Uint8Array; page: number }
  | { task: 'mask'; bytes: Uint8Array; page: number; mask: Mask }

export interface Answers {
  inspect: Inspection
  screen: ScreenedPage
  extract: Uint8Array
  picture: EncodedPicture
  paper: PaperPage
  identity: IdentityReading
  mask: MaskResult
}

export type ToWorker =
  | { say: 'begin'; setting: WorkerSetting }
  /** Load the readers before the first page comes. */
  | { say: 'warm' }
  | { say: 'do'; id: number; task: Task }
  | { say: 'cancel'; id: number }

export type FromWorker =
  /** The readers are loaded, or could not be: the next page will say why. */
  | { say: 'warmed' }
  | { say: 'step'; id: number; step: ScreeningStep; fraction: number }
  | { say: 'size'; id: number; width: number; height: number }
  | { say: 'done'; id: number; answer: Answers[keyof Answers] }
  | { say: 'refused'; id: number; reason: Extract<Inspection, { kind: 'refused' }>['reason'] }
  | { say: 'failed'; id: number; cancelled: boolean; message: string }
