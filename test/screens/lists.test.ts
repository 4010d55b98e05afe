// What the list of cases and the monthly report show at first sight: counts that were answered, and nothing before.
import { createElement } from 'react'
import { expect, test } from 'vitest'
import { Cases } from '../../renderer/screens/cases/cases.tsx'
import { Reports } from '../../renderer/screens/reports/reports.tsx'
import { words } from '../../renderer/words/index.ts'
import { everyOpenCase } from '../../shared/case-filter.ts'
import { monthReport } from '../../shared/rules/month-report.ts'
import { defaultDeskSettings } from '../../shared/settings.ts'
import { answered, seen } from './stand.ts'

test('the list says how many cases are not wiped', async () => {
  const request = { search: '', filter: everyOpenCase, offset: 0, limit: 100 }
  const markup = await seen(createElement(Cases), [
    answered('cases.find', request, { total: 3000, openTotal: 3000, rows: [] }),
    answered('cases.views', {}, { views: [] }),
  ])
  expect(markup).toContain(words.ja.list.found.replace('{{open}}', '3,000'))
})

test('the report opens on the month that has ended, with its period and its four figures', async () => {
  const report = monthReport('2026-10', [], [], defaultDeskSettings, '2026-11-24')
  const markup = await seen(createElement(Reports), [answered('reports.month', { month: '2026-10' }, report)])
  expect(markup).toContain('令和8年10月1日')
  for (const name of ['arrivedTotal', 'inTime', 'wiped', 'open'] as const)
    expect(markup).toContain(words.ja.reports[name])
  // A clerk is not offered the ledger's way out.
  expect(markup).not.toContain(words.ja.reports.ledger)
})
