// The monthly report: counted from events up to the month's end, whatever happened since.
import { describe, expect, it } from 'vitest'
import type { CaseEvent, RefusalReason } from '../../shared/cases.ts'
import { monthReportSchema } from '../../shared/reports.ts'
import { monthReport, type MonthCase } from '../../shared/rules/month-report.ts'
import { defaultDeskSettings } from '../../shared/settings.ts'

const today = '2026-12-10'

function matter(
  events: readonly (readonly [CaseEvent, string, RefusalReason?])[],
  over: Partial<Omit<MonthCase, 'events'>> = {},
): MonthCase {
  return {
    kind: 'disclosure',
    lane: 'post',
    ...over,
    events: events.map(([event, on, refusalReason]) => ({
      event,
      on,
      posted: null,
      refusalReason: refusalReason ?? null,
    })),
  }
}

const reported = (cases: readonly MonthCase[], corrections: Parameters<typeof monthReport>[2] = []) =>
  monthReport('2026-11', cases, corrections, defaultDeskSettings, today)

describe('the monthly report', () => {
  it('is well formed for a month without any case', () => {
    const report = reported([])
    expect(monthReportSchema.parse(report)).toEqual(report)
    expect([report.from, report.until, report.isWhole, report.openTotal]).toEqual(['2026-11-01', '2026-11-30', true, 0])
  })

  it('ends today while the month runs', () => {
    const report = monthReport('2026-12', [], [], defaultDeskSettings, today)
    expect([report.until, report.isWhole]).toEqual([today, false])
  })

  it('counts arrivals by kind and lane on the month’s first and last day, and none beside them', () => {
    const report = reported([
      matter([['opened', '2026-10-31']]),
      matter([['opened', '2026-11-01']]),
      matter([['opened', '2026-11-30']], { lane: 'eu' }),
      matter([['opened', '2026-12-01']]),
      matter([
        ['inquiry-arrived', '2026-11-02'],
        ['form-sent', '2026-11-04'],
        ['request-arrived', '2026-11-20'],
      ]),
    ])
    expect(report.arrived.find(({ kind }) => kind === 'disclosure')?.lanes).toEqual({ post: 2, 'meta-quest': 0, eu: 1 })
    expect(report.inquiries).toBe(1)
    expect(report.openTotal).toBe(4)
  })

  it('tells answers in time from late ones by every duty', () => {
    // Ten business days after 2 November 2026 end on 17 November: the 3rd is a holiday.
    const answered = (on: string) =>
      matter([
        ['opened', '2026-11-02'],
        ['identity-verified', '2026-11-04'],
        ['answer-sent', on],
      ])
    expect(reported([answered('2026-11-17'), answered('2026-11-18')]).answered).toEqual({ all: 2, inTime: 1 })
  })

  it('counts refusals by reason and ends without an answer', () => {
    const report = reported([
      matter([
        ['opened', '2026-11-02'],
        ['refusal-sent', '2026-11-05', 'documents-incomplete'],
      ]),
      matter([
        ['opened', '2026-11-02'],
        ['withdrawn', '2026-11-05'],
      ]),
    ])
    expect(report.refusals.filter(({ count }) => count > 0)).toEqual([{ reason: 'documents-incomplete', count: 1 }])
    expect(report.outcomes.filter(({ count }) => count > 0)).toEqual([
      { outcome: 'refusal-sent', count: 1 },
      { outcome: 'withdrawn', count: 1 },
    ])
  })

  it('counts corrections by reason, 本籍 among them, also when there is none', () => {
    const { corrections } = reported(
      [
        matter([
          ['opened', '2026-11-02'],
          ['correction-sent', '2026-11-05'],
        ]),
      ],
      [
        { on: '2026-11-05', reasons: ['domicile-visible', 'id-expired'] },
        { on: '2026-12-01', reasons: ['domicile-visible'] },
      ],
    )
    expect(corrections.letters).toBe(1)
    expect(corrections.reasons.filter(({ count }) => count > 0)).toEqual([
      { reason: 'domicile-visible', count: 1 },
      { reason: 'id-expired', count: 1 },
    ])
  })

  it('measures how late a destruction was, and what is overdue at the end', () => {
    // Finished on Monday 2 November: five business days end on 10 November.
    const finished = [
      ['opened', '2026-10-20'],
      ['withdrawn', '2026-11-02'],
    ] as const
    const wipedOn = (on: string) => matter([...finished, ['wipe-started', on], ['wipe-finished', on]])
    const report = reported([wipedOn('2026-11-10'), wipedOn('2026-11-12'), wipedOn('2026-12-02')])
    expect(report.destruction).toEqual({ wiped: 2, late: 1, longestDelayDays: 2, early: 0, overdue: 1 })
    expect(report.open.filter(({ count }) => count > 0)).toEqual([{ state: 'finished', count: 1 }])
  })
})
