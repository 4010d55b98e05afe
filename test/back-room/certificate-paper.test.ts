// The certificate and the recovery sheet as a real Electron prints them: whole pages, embedded fonts, every character there.
import { execFileSync } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { recoverySheetHtml } from '../../main/staff/index.ts'
import { makeRecoveryCode } from '../../main/staff/recovery-code.ts'
import { certificateHtml } from '../../main/wipe/certificate-letter.ts'
import { methods } from '../../main/wipe/plan.ts'
import type { Certificate } from '../../shared/ipc/parts.ts'
import { defaultDeskSettings } from '../../shared/settings.ts'
import { papersOf } from './electron-paper.ts'
import { papers } from './papers-fixture.ts'

const hash = (): string => randomBytes(32).toString('hex')
const keyId = (): string => randomBytes(8).toString('hex')
const wiped: Certificate = {
  format: 'privacy-desk-wipe-certificate/1',
  result: 'WIPED',
  failure: null,
  caseNumber: '2026-000123-4',
  wipeId: randomUUID(),
  startedAt: '2026-11-24T01:00:00.000Z',
  endedAt: '2026-11-24T15:00:07.000Z',
  operator: randomUUID(),
  approver: null,
  appVersion: '0.1.0',
  medium: { fileSystem: 'ext4', mountOptions: 'rw,relatime', warnings: ['overlay', 'encryption-unknown'] },
  objects: [
    { id: randomUUID(), kind: 'case-key', bytes: 0, ciphertextSha256: null, keyId: keyId(), method: methods.key },
    {
      id: randomUUID(),
      kind: 'personal-columns',
      bytes: 0,
      ciphertextSha256: null,
      keyId: keyId(),
      method: methods.columns,
    },
    ...Array.from({ length: 10 }, () => ({
      id: randomUUID(),
      kind: 'masked-page' as const,
      bytes: 1_234_567,
      ciphertextSha256: hash(),
      keyId: keyId(),
      method: methods.file,
    })),
  ],
  verification: { filesSearched: 48, bytesSearched: 123_456_789, patterns: 77, keysSearched: 11, hits: [] },
  outside: ['copier-disk', 'backups'],
  backupsExpireOn: null,
  previousEntryHash: hash(),
  seal: hash(),
}
const failed: Certificate = {
  ...wiped,
  result: 'FAILED',
  failure: 'verified: traces-found',
  verification: {
    ...wiped.verification,
    keysSearched: 0,
    hits: [{ pattern: `ciphertext ${randomUUID()}`, where: 'stray.bak @ 44' }],
  },
}

async function tool(name: string, pdf: Uint8Array, args: readonly string[] = []): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'printed-')), 'printed.pdf')
  await writeFile(file, pdf)
  return execFileSync(name, name === 'pdftotext' ? [...args, file, '-'] : [file], { encoding: 'utf8' })
}

test('certificate, report of a failure and recovery sheet', async () => {
  const filled = await papers()
  const { company } = defaultDeskSettings
  const code = makeRecoveryCode()
  const [proof, report, sheet] = await papersOf([
    await certificateHtml(filled, wiped, company),
    await certificateHtml(filled, failed, company),
    await recoverySheetHtml(filled, code, company, '2026-11-24'),
  ])
  if (proof === undefined || report === undefined || sheet === undefined) throw new Error('A paper is missing.')
  for (const [pdf, pages] of [
    [proof, 2],
    [report, 2],
    [sheet, 1],
  ] as const) {
    const facts = await tool('pdfinfo', pdf)
    expect(facts).toMatch(new RegExp(`Pages: +${pages}\\n`))
    expect(facts).toContain('A4')
    // Another font than the bundled ones would stand in for a missing character.
    const fonts = (await tool('pdffonts', pdf)).trim().split('\n').slice(2)
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) expect(font).toMatch(/BIZUD(Gothic|Mincho)-(Regular|Bold) +CID TrueType/)
  }
  const words = (await tool('pdftotext', proof, ['-layout'])).replace(/\s+/g, '')
  for (const word of [
    '破棄証明書',
    wiped.caseNumber,
    '令和8年11月25日00:00:07',
    'NISTSP800-88Rev.2',
    '署名・印署名・印',
    wiped.previousEntryHash,
  ]) {
    expect(words).toContain(word)
  }
  for (const { id } of wiped.objects) expect(words).toContain(id.slice(0, 8))
  expect((await tool('pdftotext', report)).replace(/\s+/g, '')).toContain('完了していません')
  expect(await tool('pdftotext', sheet)).toContain(code.slice(0, 4))
})
