// What of a scan still waits for a person.
import { describe, expect, it } from 'vitest'
import {
  asksForNewCopy,
  isPageDone,
  isReturn,
  lostByReadingAgain,
  remainingOf,
} from '../../renderer/screens/review/progress.ts'
import type { Decision, FindingRecord, Scan, ScanPage } from '../../shared/ipc/parts.ts'

const id = '0b0c6f3e-7f0e-4a57-9d0b-3f0f5d6a1c11'

function finding(decision: Decision | null, needsDecision = true): FindingRecord {
  return {
    id,
    field: 'permanent-domicile',
    state: 'visible',
    box: [0, 0, 10, 10],
    label: null,
    by: ['label'],
    source: 'screening',
    needsDecision,
    decision,
    reason: null,
  }
}

function page(confirmed: boolean, ...findings: FindingRecord[]): ScanPage {
  return {
    page: 1,
    width: 100,
    height: 100,
    turn: 0,
    document: 'juminhyo',
    verdict: 'flagged',
    illegible: [],
    isBlank: false,
    otherSide: null,
    leftOut: false,
    confirmed,
    findings,
  }
}

function scan(...pages: ScanPage[]): Scan {
  return {
    id,
    arrivalNumber: 'A-000001',
    receivedAt: '2026-11-23T00:00:00.000Z',
    receivedOn: '2026-11-23',
    route: 'drop',
    format: 'jpeg',
    fileName: 'a.jpg',
    pageCount: pages.length,
    keptPages: pages.map((each) => each.page),
    stage: 'screened',
    verdict: 'flagged',
    undecided: 0,
    illegible: [],
    role: 'id-copy',
    caseId: null,
    caseNumber: null,
    filing: { byCode: false, orphan: null },
    paper: { pieceId: '44444444-4444-4444-8444-444444444444', state: 'held', on: null, initials: [] },
    pages,
  }
}

describe('a page', () => {
  it.each([
    ['without findings, not looked at', page(false), false],
    ['without findings, looked at', page(true), true],
    ['with an undecided finding, looked at', page(true, finding(null)), false],
    ['with a decided finding, looked at', page(true, finding('mask-and-keep')), true],
    ['with a decided finding, not looked at', page(false, finding('mask-and-keep')), false],
    ['with a field that was hidden already', page(true, finding(null, false)), true],
    ['left out', { ...page(false, finding(null)), leftOut: true }, true],
  ])('%s', (_, one, done) => {
    expect(isPageDone(one)).toBe(done)
  })
})

describe('a scan', () => {
  it('counts what is left over all its pages', () => {
    const left = remainingOf(
      scan(page(false, finding(null), finding('false-alarm')), page(true, finding(null)), page(false)),
    )
    expect(left).toEqual({ findings: 2, pages: 2 })
  })

  it('loses by reading again what was decided and looked at, and nothing that a person drew', () => {
    const drawn: FindingRecord = { ...finding('mask-and-keep'), source: 'person' }
    const decided = page(true, finding('false-alarm'), drawn, finding(null))
    expect(lostByReadingAgain(scan(decided, page(false)))).toEqual({ findings: 1, pages: 1 })
    expect(lostByReadingAgain(scan(page(false, drawn, finding(null))))).toEqual({ findings: 0, pages: 0 })
  })

  it('has nothing to do with a page that was left out', () => {
    const leftOut = { ...page(false, finding(null), finding('return-to-sender')), leftOut: true }
    expect(remainingOf(scan(leftOut, page(false)))).toEqual({ findings: 0, pages: 1 })
    expect(isReturn(scan(leftOut, page(true)))).toBe(false)
  })

  it('goes back as a whole when one finding does', () => {
    expect(isReturn(scan(page(true, finding('mask-and-keep')), page(true, finding('return-to-sender'))))).toBe(true)
    expect(isReturn(scan(page(true, finding('mask-and-keep'))))).toBe(false)
  })

  it('asks for a new copy when one finding does', () => {
    expect(asksForNewCopy(scan(page(true, finding('mask-and-ask'))))).toBe(true)
    expect(asksForNewCopy(scan(page(true, finding('mask-and-keep'))))).toBe(false)
  })
})
