// What the list of letters to post first shows: what is not printed is ticked, what nobody knows the end of is not.
import { createElement } from 'react'
import { expect, test } from 'vitest'
import { Printing } from '../../renderer/screens/printing/printing.tsx'
import { words } from '../../renderer/words/index.ts'
import { answered, seen } from './stand.ts'

const letter = {
  caseId: '7f0f3f0e-0d6b-4a38-9a53-0b9f2b7f8f01',
  kind: 'receipt',
  recipientName: '髙橋 花子',
  madeAt: '2026-11-24T01:00:00.000Z',
  madeBy: '受付 花子',
  pageCount: 1,
  printedAt: null,
  isUnsettled: false,
} as const

test('unprinted letters, all ticked but one whose print was interrupted', async () => {
  const letters = [
    { ...letter, id: '7f0f3f0e-0d6b-4a38-9a53-0b9f2b7f8f02', caseNumber: '2026-000001-7' },
    { ...letter, id: '7f0f3f0e-0d6b-4a38-9a53-0b9f2b7f8f03', caseNumber: '2026-000002-5', isUnsettled: true },
    {
      ...letter,
      id: '7f0f3f0e-0d6b-4a38-9a53-0b9f2b7f8f04',
      caseNumber: '2026-000003-3',
      printedAt: '2026-11-24T02:00:00.000Z',
    },
  ]
  const markup = await seen(createElement(Printing), [answered('notices.toPost', {}, { letters })])
  const w = words.ja.printing
  expect(markup).toContain(w.ticked.replace('{{n}}', '1'))
  for (const [filter, count] of [
    ['unprinted', 2],
    ['printed', 1],
    ['all', 3],
  ] as const) {
    expect(markup).toContain(`${w.filterOf[filter]} ${count}`)
  }
  expect(markup).toContain(w.run)
})
