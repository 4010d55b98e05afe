// The upgrades that bring what is known of pages: their legibility, whether they are blank, their side, their order. Pages of before keep the rest.
import { beforeEach, expect, it } from 'vitest'
import { legibility } from '../../main/db/migrations/021-legibility.ts'
import { pageOrder } from '../../main/db/migrations/022-page-order.ts'
import { oldDatabaseOfEachTest } from './old-database.ts'

const old = oldDatabaseOfEachTest()
beforeEach(async () => {
  await old.upgradeTo(legibility.number - 1)
  await old.db('scans').insert({
    id: 's1',
    arrival: 1,
    received_at: '2026-11-24T01:00:00.000Z',
    received_on: '2026-11-24',
    route: 'drop',
    format: 'pdf',
    page_count: 2,
    stage: 'screened',
    step: 'none',
    source: 'kept',
    role: 'id-copy',
    row_slot: 1,
    original_slot: 2,
    original_object: 'o1',
  })
  const page = { scan_id: 's1', width: 10, height: 10, turn: 90, turned_by: 'person', round: 2, confirmed: 1 }
  for (const number of [1, 2]) await old.db('scan_pages').insert({ ...page, page: number, verdict: 'check' })
  await old.upgradeTo(pageOrder.number)
})

it('keeps the pages of before', async () => {
  const rows = await old.db('scan_pages').select('turn', 'round', 'illegible', 'blank', 'side', 'left_out', 'place')
  const kept = { turn: 90, round: 2, illegible: '[]', blank: 0, side: null, left_out: 0 }
  expect(rows).toEqual([
    { ...kept, place: 1 },
    { ...kept, place: 2 },
  ])
})

it.each([{ illegible: 'soft' }, { illegible: '{}' }, { blank: 2 }, { side: 'inside' }, { left_out: 2 }, { place: 0 }])(
  'refuses %o',
  async (wrong) => {
    await expect(old.db('scan_pages').update(wrong)).rejects.toThrow('SQLITE_')
  },
)
