// The monthly report as a real Electron prints it: A4, the bundled font alone, every count and the chain's hash on it.
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { reportHtml } from '../../main/reports/report-paper.ts'
import { lanes, requestKinds, trackOf, type CaseEvent, type RefusalReason } from '../../shared/cases.ts'
import { monthReport, type MonthCase } from '../../shared/rules/month-report.ts'
import { defaultDeskSettings } from '../../shared/settings.ts'
import { papersOf } from './electron-paper.ts'
import { papers } from './papers-fixture.ts'

function happened(event: CaseEvent, day: number, refusalReason: RefusalReason | null = null) {
  return { event, on: `2026-11-${String(day).padStart(2, '0')}`, posted: null, refusalReason }
}

const cases: MonthCase[] = Array.from({ length: 120 }, (_, index) => {
  const first = (index % 12) + 2
  const kind = requestKinds[index % requestKinds.length] ?? 'disclosure'
  const answer = trackOf(kind) === 'consultation' ? 'reply-sent' : 'answer-sent'
  return {
    kind,
    lane: lanes[index % 7 === 0 ? 2 : 0] ?? 'post',
    events: [
      happened('opened', first),
      happened('identity-verified', first + 2),
      index % 5 === 0
        ? happened('refusal-sent', first + 7, 'documents-incomplete')
        : happened(answer, first + (index % 3 === 0 ? 16 : 7)),
      ...(index % 2 === 0 ? [happened('answer-delivered', first + 16)] : []),
    ],
  }
})

test('the monthly report on paper', async () => {
  const corrections = [{ on: '2026-11-20', reasons: ['domicile-visible', 'id-expired'] }] as const
  const report = monthReport('2026-11', cases, corrections, defaultDeskSettings, '2026-12-01')
  const hash = randomBytes(32).toString('hex')
  const html = await reportHtml(await papers(), report, defaultDeskSettings.company, hash, '2026-12-01')
  const [pdf] = await papersOf([html])
  const file = join(await mkdtemp(join(tmpdir(), 'printed-')), 'report.pdf')
  await writeFile(file, pdf ?? '')
  const facts = execFileSync('pdfinfo', [file], { encoding: 'utf8' })
  expect(facts).toMatch(/Pages: +[123]\n/)
  expect(facts).toContain('A4')
  const fonts = execFileSync('pdffonts', [file], { encoding: 'utf8' }).trim().split('\n').slice(2)
  expect(fonts.length).toBeGreaterThan(0)
  for (const font of fonts) expect(font).toMatch(/BIZUDGothic-(Regular|Bold) +CID TrueType/)
  const words = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replace(/\s+/g, '')
  const all = `${report.answered.inTime}/${report.answered.all}件`
  for (const word of ['月次報告', '令和8年11月', hash, '本籍が見えている', all, '令和8年11月30日まで']) {
    expect(words).toContain(word)
  }
})
