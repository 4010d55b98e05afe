// The desk's dates are Japan's, whatever the PC's time zone says: whole processes, started west and east of every other date.
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { buildChild, runChild } from './children/child.ts'

const seenSchema = z.object({ zone: z.number(), dates: z.record(z.string(), z.unknown()) })

let file: string

beforeAll(async () => {
  file = await buildChild(new URL('./children/dates-child.ts', import.meta.url))
})

async function seenIn(zone: string): Promise<z.infer<typeof seenSchema>> {
  const { lines, errors, code } = await runChild(file, [], null, { TZ: zone })
  if (code !== 0) throw new Error(errors)
  return seenSchema.parse(JSON.parse(lines[0] ?? ''))
}

describe('half an hour after midnight in Japan', () => {
  it.each([
    ['America/New_York', 300],
    ['Pacific/Kiritimati', -840],
    ['UTC', 0],
  ])('a PC in %s reckons as one in Tokyo', async (zone, offsetMinutes) => {
    const [there, here] = await Promise.all([seenIn(zone), seenIn('Asia/Tokyo')])
    expect([there.zone, here.zone], 'the zones were really set').toEqual([offsetMinutes, -540])
    expect(there.dates).toEqual(here.dates)
    expect(here.dates).toMatchObject({
      today: '2026-11-24',
      inWords: '令和8年11月24日(火)',
      openedOn: '2026-11-24',
      due: [['answer-target', false]],
    })
  })
})
