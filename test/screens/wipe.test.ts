// What the wipe screen offers: progress while it runs, the certificate alone once all is gone, and a new start after a failure.
import { createElement } from 'react'
import { expect, test } from 'vitest'
import { Wipe } from '../../renderer/screens/wipe/wipe.tsx'
import { words } from '../../renderer/words/index.ts'
import type { CaseRecord, Certificate, Wipe as WipeRecord } from '../../shared/ipc/parts.ts'
import { answered, clerk, seen } from './stand.ts'

const caseId = '11111111-1111-4111-8111-111111111111'
const wipeId = '22222222-2222-4222-8222-222222222222'
const number = '2026-000123-4'

const record: CaseRecord = {
  id: caseId,
  number,
  kind: 'disclosure',
  lane: 'post',
  state: 'wiping',
  openedOn: '2026-11-02',
  arrivedOn: '2026-11-02',
  requesterName: null,
  next: null,
  version: 4,
  inquiryOn: null,
  requester: null,
  refusalReason: null,
  deadlines: [],
  duplicateOf: null,
  possibleEvents: [],
  proposed: [],
  approvals: [],
  scans: [],
  notices: [],
  history: [],
  wipeId,
}

function certificate(result: Certificate['result']): Certificate {
  return {
    format: 'privacy-desk-wipe-certificate/1',
    result,
    failure: result === 'FAILED' ? 'verified: traces-found' : null,
    caseNumber: number,
    wipeId,
    startedAt: '2026-11-24T01:00:00.000Z',
    endedAt: '2026-11-24T01:00:05.000Z',
    operator: clerk.id,
    approver: null,
    appVersion: '0.1.0',
    medium: { fileSystem: 'ext4', mountOptions: '', warnings: [] },
    objects: [],
    verification: { filesSearched: 3, bytesSearched: 4096, patterns: 7, keysSearched: 1, hits: [] },
    outside: [],
    backupsExpireOn: null,
    previousEntryHash: '0'.repeat(64),
    seal: '0'.repeat(64),
  }
}

async function shown(wipe: Pick<WipeRecord, 'result' | 'stage' | 'certificate'>): Promise<Record<string, boolean>> {
  const whole: WipeRecord = { id: wipeId, caseId, caseNumber: number, startedAt: '2026-11-24T01:00:00.000Z', ...wipe }
  const page = await seen(createElement(Wipe, { caseId }), [
    answered('cases.get', { id: caseId }, record),
    answered('wipes.get', { id: wipeId }, whole),
  ])
  return {
    progress: page.includes(words.ja.wipe.running),
    certificate: page.includes(words.ja.wipe.savePdf),
    startAgain: page.includes(words.ja.wipe.startAgain),
    asksNumber: page.includes(words.ja.wipe.typeNumber.replace('{{number}}', number)),
  }
}

test.each([
  ['running', 'files-removed', null, { progress: true, certificate: false, startAgain: false, asksNumber: false }],
  [
    'WIPED',
    'certified',
    certificate('WIPED'),
    { progress: false, certificate: true, startAgain: false, asksNumber: false },
  ],
  [
    'FAILED',
    'database-truncated',
    certificate('FAILED'),
    { progress: false, certificate: true, startAgain: true, asksNumber: true },
  ],
  // A failure's certificate waits for the desk key; the wipe need not.
  ['FAILED', 'files-removed', null, { progress: false, certificate: false, startAgain: true, asksNumber: true }],
] as const)('a wipe that is %s at %s', async (result, stage, made, expected) => {
  expect(await shown({ result, stage, certificate: made })).toEqual(expected)
})
