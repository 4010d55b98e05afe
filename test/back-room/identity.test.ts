// Reading who somebody is from the pages that are kept: what rendered IDs say, and that nothing of it stays anywhere.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Screening } from '../../main/screening/index.ts'
import { compareAddresses } from '../../shared/rules/identity/compare-addresses.ts'
import { compareNames } from '../../shared/rules/identity/compare-names.ts'
import { namedSpecimens, openBrowser, peopleOf, renderSpecimen } from '../specimens/index.ts'
import type { Browser, NamedSpecimen } from '../specimens/index.ts'
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
  const ids: [NamedSpecimen, { latin: boolean }][] = [
    ['licence-modern', { latin: false }],
    ['passport-visible', { latin: true }],
    ['juminhyo-visible', { latin: false }],
  ]
  test.each(ids)('%s names its bearer, and both readers agree', async (name, { latin }) => {
    const { bytes } = await renderSpecimen(browser, namedSpecimens[name])
    const reading = await screening.readIdentity(bytes, 0, silent, never)
    const people = peopleOf(namedSpecimens[name])
    expect(reading.document).toBe(namedSpecimens[name].kind)
    expect(reading.people).toHaveLength(people.length)
    for (const [index, { family, given, familyLatin, givenLatin, birth }] of people.entries()) {
      const read = reading.people[index]
      const written = latin ? `${familyLatin} ${givenLatin}` : `${family} ${given}`
      expect(compareNames(read?.name?.text ?? '', written).differences).toEqual([])
      expect(read?.birthDate?.date).toBe(
        [birth.year, birth.month, birth.day].map((part) => String(part).padStart(2, '0')).join('-'),
      )
      expect(read?.birthDate?.agreed).toBe(true)
    }
    // A passport's data page shows no address.
    const addresses = latin ? [] : [reading.address?.text ?? '']
    for (const address of addresses) expect(compareAddresses(address, people[0]?.address ?? '').differences).toEqual([])
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
