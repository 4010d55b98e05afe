// What the review offers beside the page: discarding a scan that belongs to no case, reading it again.
import { createElement } from 'react'
import { expect, test } from 'vitest'
import { Review } from '../../renderer/screens/review/review.tsx'
import { words } from '../../renderer/words/index.ts'
import type { Scan } from '../../shared/ipc/parts.ts'
import { answered, seen } from './stand.ts'

const scan: Scan = {
  id: '33333333-3333-4333-8333-333333333333',
  arrivalNumber: 'A-000001',
  receivedAt: '2026-11-24T01:00:00.000Z',
  receivedOn: '2026-11-24',
  route: 'drop',
  format: 'jpeg',
  fileName: 'fax.jpg',
  pageCount: 1,
  keptPages: [1],
  stage: 'screened',
  verdict: 'nothing-found',
  undecided: 1,
  illegible: [],
  role: 'id-copy',
  caseId: null,
  caseNumber: null,
  filing: { byCode: false, orphan: null },
  paper: { pieceId: '44444444-4444-4444-8444-444444444444', state: 'held', on: null, initials: [] },
  pages: [
    {
      page: 1,
      width: 800,
      height: 600,
      turn: 0,
      document: 'other',
      verdict: 'nothing-found',
      illegible: [],
      isBlank: false,
      otherSide: null,
      leftOut: false,
      confirmed: false,
      findings: [],
    },
  ],
}

async function shown(change: Partial<Scan>): Promise<string> {
  const one = { ...scan, ...change }
  return seen(createElement(Review, { scanId: one.id }), [
    answered('scans.get', { id: one.id }, one),
    answered('jobs.list', {}, { jobs: [] }),
  ])
}

const filed = { caseId: '11111111-1111-4111-8111-111111111111', caseNumber: '2026-000123-4' }

test.each([
  ['received', {}, false],
  ['screened', {}, true],
  ['prepared', {}, true],
  ['finished', {}, true],
  ['finished', filed, false],
  ['returned', {}, false],
  ['wiped', {}, false],
] as const)('a %s scan filed to %o may be discarded: %s', async (stage, change, isOffered) => {
  expect((await shown({ stage, ...change })).includes(words.ja.review.discard)).toBe(isOffered)
})

test('the paper of a discarded scan may still be settled, either way', async () => {
  const page = await shown({ stage: 'wiped', pages: [] })
  expect(page).toContain(words.ja.review.paperReturned)
  expect(page).toContain(words.ja.review.paperDestroyed)
})

test.each([
  ['received', true],
  ['screened', true],
  ['prepared', false],
  ['finished', false],
] as const)('a %s scan may be read again: %s', async (stage, isOffered) => {
  expect((await shown({ stage })).includes(words.ja.review.screenAgain)).toBe(isOffered)
})
