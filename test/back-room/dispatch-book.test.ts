// The book of a day's dispatches: every letter that went out on it, each time it did; names on paper, none in the table that is saved.
import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { hanako } from './cases-desk.ts'
import { there } from './desk-fixture.ts'
import { papersOf } from './electron-paper.ts'
import type { LettersDesk } from './letters-desk.ts'
import { deskOfFile } from './letters-hooks.ts'

let desk: LettersDesk
const on = '2026-11-24'

deskOfFile((made) => {
  desk = made
})
beforeAll(async () => {
  const registered = await desk.make()
  const { letters } = desk.post
  const trackingNumber = '131-12-38385-2'
  await letters.dispatch({ id: registered.notice.id, on, service: 'registered', trackingNumber }, desk.clerk)
  desk.clock.move(60)
  const ordinary = await desk.make({ requester: { ...hanako, name: '見本 次郎' } })
  await letters.dispatch({ id: ordinary.notice.id, on, service: 'ordinary', trackingNumber: null }, desk.clerk)
  await desk.make({ requester: { ...hanako, name: '未発送 三郎' } })
})

it('has what went out on the day, in the order in which it was recorded, and nothing of another day', async () => {
  expect((await desk.post.book({ on })).rows).toMatchObject([
    {
      caseNumber: '2026-000001-7',
      recipientName: '髙橋 花子',
      service: 'registered',
      trackingNumber: '131-12-38385-2',
    },
    { caseNumber: '2026-000002-5', recipientName: '見本 次郎', service: 'ordinary', trackingNumber: null },
  ])
  expect((await desk.post.book({ on: '2026-11-23' })).rows).toEqual([])
})

it('is printed with the names that the counter asks for', async () => {
  await desk.post.printBook({ on, printer: 'tray' }, desk.clerk)
  expect(desk.printed.at(-1)).toMatchObject({ printer: 'tray', jobName: '発送簿-2026-11-24' })
  const [pdf] = await papersOf([there(desk.documents.at(-1))])
  const file = join(desk.folder, 'book.pdf')
  await writeFile(file, there(pdf))
  const words = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replace(/\s+/g, '')
  for (const part of [
    '発送簿',
    '令和8年11月24日(火)',
    '全2通',
    '書留',
    '131-12-38385-2',
    '髙橋花子',
    '2026-000002-5',
  ]) {
    expect(words).toContain(part)
  }
  expect(words).not.toContain('未発送')
})

it('is saved as a table without names, and every copy stands in the chain', async () => {
  expect(await desk.post.saveBook({ on, as: 'csv' }, desk.clerk)).toEqual({ kind: 'saved' })
  const { name, bytes } = there(desk.saved.at(-1))
  expect(name).toBe('発送簿-2026-11-24.csv')
  const text = bytes.toString('utf8')
  expect(text).toContain('2026-11-24,1,書留,131-12-38385-2,2026-000001-7')
  expect(text).not.toContain('花子')
  const { entries } = await desk.audit.list({ before: null, limit: 100 })
  const made = entries.filter(({ event }) => event === 'dispatch-book-made')
  expect(made.map(({ detail }) => detail)).toEqual([
    { on, to: 'csv' },
    { on, to: 'printer' },
  ])
})
