// Reading who somebody is from the pages that are kept: what rendered IDs say, and that nothing of it stays anywhere.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Screening } from '../../main/screening/index.ts'
import { judgeIdentity } from '../bench/identity-judge.ts'
import type { IdentityField } from '../bench/identity-judge.ts'
import { layouts, openBrowser, plainSpecimen, renderSpecimen } from '../specimens/index.ts'
import type { Browser, Copy, Specimen } from '../specimens/index.ts'
import { rawSearch } from './desk-fixture.ts'
import { builtScreening, mailDesk } from './mail-desk.ts'
import { juminhyo } from './mail.ts'

let screening: Screening
let browser: Browser
beforeAll(async () => {
  screening = await builtScreening()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await screening.close()
})

const silent = (): void => undefined
const never = new AbortController().signal

describe('an ID', () => {
  const copies: Copy[] = [{ kind: 'photocopy', generation: 1 }]
  const whole = ['name', 'birth date', 'address', 'issued', 'expires'] as const
  const ids: readonly (readonly [layout: string, changes: Partial<Specimen>, said: readonly IdentityField[]])[] = [
    ['licence-modern', {}, whole],
    ['licence-2007', { copies }, whole],
    ['passport-2013', { copies }, ['name', 'birth date', 'issued', 'expires']],
    ['juminhyo-standard-household', { people: 2, dpi: 200 }, ['name', 'birth date', 'address', 'issued']],
    ['juki-b', {}, ['name', 'birth date', 'address', 'expires']],
    ['individual-number-front', {}, ['name', 'birth date', 'address', 'expires']],
    ['residence-card', {}, whole],
    ['residence-card-back', {}, ['address']],
    ['insurance-employee', {}, ['name', 'birth date', 'issued']],
    ['eligibility-sheet', { dpi: 200 }, ['name', 'birth date', 'address', 'expires']],
  ]
  test.each(ids)('%s says who its bearer is, and nothing wrong is agreed on', async (id, changes, said) => {
    const layout = layouts.find((each) => each.id === id)
    if (layout === undefined) throw new Error(`No layout ${id}.`)
    const sheet = layout.form === 'card' ? 'own' : 'a4'
    const specimen = plainSpecimen(layout, `identity-test/${id}`, { sheet, domicile: 'pen', ...changes })
    const { bytes, truth } = await renderSpecimen(browser, specimen)
    const reading = await screening.readIdentity(bytes, 0, silent, never)
    const judged = judgeIdentity(truth.identity, reading)
    expect(judged.filter(({ outcome }) => outcome === 'wrong but agreed')).toEqual([])
    const right = judged.filter(({ outcome }) => outcome === 'right' || outcome === 'doubtful')
    expect([...new Set(right.map(({ field }) => field))].toSorted()).toEqual(said.toSorted())
    expect(reading.document).toBe(layout.kind)
  })
})

test('the desk reads a kept page on request, writes who asked to the chain, and keeps nothing of the answer', async () => {
  const desk = await mailDesk(screening)
  try {
    const page = new Uint8Array(await juminhyo())
    await desk.intake.drop({ files: [{ name: '住民票.jpg', bytes: page }] }, desk.clerk)
    const [scan] = (await desk.scans.inbox()).scans
    const request = { id: scan?.id ?? '', page: 1 }
    const answer = await desk.scans.readIdentity(request, desk.clerk)
    expect(answer).toMatchObject({
      kind: 'read',
      reading: { document: 'juminhyo', people: [{ birthDate: { date: '1985-04-01' } }] },
    })
    expect(await desk.scans.readIdentity(request, desk.clerk)).toEqual(answer)
    const views = (await desk.audit.list({ before: null, limit: 500 })).entries.filter(
      ({ event }) => event === 'identity-read',
    )
    expect(views).toMatchObject([{ actorId: desk.clerk.id, subject: request.id, detail: { page: 1 } }])

    // Locked while reading: the reading stops, and what was read before is read anew.
    desk.scans.pause()
    const reading = desk.scans.readIdentity(request, desk.clerk)
    await vi.waitFor(async () =>
      expect((await desk.jobs.list()).jobs.some(({ kind }) => kind === 'identity')).toBe(true),
    )
    desk.scans.pause()
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' })
    await expect(desk.scans.readIdentity({ ...request, page: 2 }, desk.clerk)).rejects.toMatchObject({
      code: 'not-found',
    })
    const name = answer.kind === 'read' ? (answer.reading.people[0]?.name?.text ?? '') : ''
    expect(name).not.toBe('')
    expect(await rawSearch(desk.folder, Buffer.from(name))).toEqual([])
  } finally {
    await desk.remove()
  }
})
