// The readers loaded before the first page comes: by processes that the pages then use, given up when the desk is locked.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startScreening } from '../../main/screening/index.ts'
import type { Screening } from '../../main/screening/index.ts'
import { forkWorker } from '../../main/screening/worker-process.ts'
import { smallPage } from './mail.ts'

const build = fileURLToPath(new URL('../../build', import.meta.url))
const never = new AbortController().signal
const warm = { isWarm: true, hasEnded: false }

let screening: Screening
/** What became of each process, in the order in which they were started. */
let processes: { isWarm: boolean; hasEnded: boolean }[]

beforeEach(async () => {
  processes = []
  screening = await startScreening({
    modelsFolder: path.join(build, 'models'),
    workerFile: path.join(build, 'main', 'screening-worker.cjs'),
    pictures: 'native',
    workers: 2,
    startWorker: (file) => {
      const worker = forkWorker(file)
      const seen = { isWarm: false, hasEnded: false }
      processes.push(seen)
      worker.onMessage(({ say }) => (seen.isWarm ||= say === 'warmed'))
      worker.onExit(() => (seen.hasEnded = true))
      return worker
    },
  })
})
afterEach(() => screening.close())

test('every process is warm, and the first pages need no other', async () => {
  await screening.loadReaders(never)
  expect(processes).toEqual([warm, warm])
  const page = await smallPage(3)
  const pages = [0, 1].map(() => screening.screenPage(page, 0, () => undefined, never))
  expect((await Promise.all(pages)).map(({ width }) => width)).toEqual([200, 200])
  expect(processes).toHaveLength(2)
})

test('a page that comes while the readers load is read by them', async () => {
  const warming = screening.loadReaders(never)
  const page = await screening.screenPage(await smallPage(3), 0, () => undefined, never)
  expect(page.width).toBe(200)
  await warming
  expect(processes).toEqual([warm, warm])
})

test('given up, it ends what is loading and starts nothing more; the next page is read all the same', async () => {
  const locking = new AbortController()
  const warming = screening.loadReaders(locking.signal)
  locking.abort()
  await warming
  await vi.waitFor(() => expect(processes).toEqual([{ isWarm: false, hasEnded: true }]))
  const page = await screening.screenPage(await smallPage(3), 0, () => undefined, never)
  expect(page).toMatchObject({ width: 200, verdict: 'check' })
})
