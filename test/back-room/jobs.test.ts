// Long work: told at most ten times a second, first and last always; cancelled and failed work ends as such.
import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { createJobs, type Jobs } from '../../main/jobs/index.ts'
import { Fault } from '../../shared/faults.ts'
import { jobProgressSchema, type JobProgress } from '../../shared/ipc/parts.ts'
import { there } from './desk-fixture.ts'

let told: { atMs: number; progress: JobProgress }[]
let names: Set<string>
let bugs: unknown[]
let jobs: Jobs
const subject = randomUUID()

beforeEach(() => {
  told = []
  bugs = []
  names = new Set()
  jobs = createJobs({
    emit: (name, body) => {
      told.push({ atMs: performance.now(), progress: jobProgressSchema.parse(body) })
      names.add(name)
    },
    onBug: (_, error) => void bugs.push(error),
  })
})

test('tells the first and the last step and at most ten a second between', async () => {
  const answer = await jobs.run('screen', subject, async (report) => {
    const endMs = performance.now() + 450
    for (let count = 0; performance.now() < endMs; count += 1) {
      report('reading', (count % 100) / 100)
      await new Promise(setImmediate)
    }
    return 'read'
  })
  expect(answer).toBe('read')
  expect([...names]).toEqual(['job.progress'])
  expect(told[0]?.progress).toMatchObject({ state: 'running', fraction: 0, subjectId: subject })
  expect(told.at(-1)?.progress).toMatchObject({ state: 'done', fraction: 1 })
  const running = told.filter(({ progress }) => progress.state === 'running')
  expect(running.length).toBeGreaterThan(2)
  const lastedMs = (running.at(-1)?.atMs ?? 0) - (running[0]?.atMs ?? 0)
  expect(running.length).toBeLessThanOrEqual(2 + lastedMs / 100)
  expect((await jobs.list()).jobs).toEqual([])
})

test('shows what runs and ends it on request', async () => {
  const work = jobs.run('wipe', subject, async (report, signal) => {
    report('verified', 0.5)
    await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
  })
  await new Promise(setImmediate)
  const { jobs: running } = await jobs.list()
  expect(running).toMatchObject([{ kind: 'wipe', step: 'verified', fraction: 0.5, state: 'running' }])
  await jobs.cancel({ jobId: there(running[0]).jobId })
  await expect(work).rejects.toMatchObject({ code: 'cancelled' })
  expect(told.at(-1)?.progress.state).toBe('cancelled')
  await jobs.cancel({ jobId: there(running[0]).jobId })
})

test('started work that fails ends as failed; only a bug is handed on', async () => {
  const bug = new Error('a bug')
  jobs.start('notice', subject, () => Promise.reject(new Fault('disk-full')))
  jobs.start('notice', subject, () => Promise.reject(bug))
  await jobs.close()
  expect(told.filter(({ progress }) => progress.state !== 'running').map(({ progress }) => progress.state)).toEqual([
    'failed',
    'failed',
  ])
  expect(bugs).toEqual([bug])
})

test('closing stops all work and waits for its end', async () => {
  let isEnded = false
  jobs.start('screen', subject, async (_, signal) => {
    await new Promise((resolve) => signal.addEventListener('abort', resolve))
    await new Promise(setImmediate)
    isEnded = true
    throw signal.reason
  })
  await new Promise(setImmediate)
  await jobs.close()
  expect(isEnded).toBe(true)
  expect(bugs).toEqual([])
})
