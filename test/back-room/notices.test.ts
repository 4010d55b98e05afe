// Letters on a real database, vault and screening: made once, sealed, and exactly that PDF is shown, printed and saved.
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Notices } from '../../main/notices/index.ts'
import { Fault } from '../../shared/faults.ts'
import { noInputs } from '../../shared/letters.ts'
import { oneCopy } from '../../shared/printing.ts'
import { hanako, recordAll, untold } from './cases-desk.ts'
import { rawSearch } from './desk-fixture.ts'
import { faultOf, type LettersDesk } from './letters-desk.ts'
import { deskOfEachTest } from './letters-hooks.ts'

const toTray = (id: string) => ({ id, printer: 'tray', how: oneCopy, reprint: null })

let desk: LettersDesk
let notices: Notices

deskOfEachTest((made) => {
  desk = made
  ;({ notices } = desk)
})

async function auditEvents(): Promise<string[]> {
  return (await desk.audit.list({ before: null, limit: 100 })).entries.map((entry) => entry.event)
}

/** The words of a letter, without its fonts and styles. */
function words(html: string): string {
  return html
    .replace(/<style>.*?<\/style>/gs, '')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, '')
}

describe('making a letter', () => {
  it('fills it from the case, and from nothing else of it', async () => {
    const { id: caseId, version } = await desk.open()
    const note = '内部メモ 要注意'
    await desk.cases.record(
      { id: caseId, version, event: 'identity-verified', on: '2026-11-24', refusalReason: null, note, ...untold },
      desk.clerk,
    )
    await notices.make({ caseId, kind: 'domicile-correction', inputs: noInputs }, desk.clerk)
    const text = words(desk.documents[0] ?? '')
    for (const part of [
      '〒150-0002東京都渋谷区渋谷一丁目2番3号見本マンション405号室髙橋花子様',
      '案件番号2026-000001-7令和8年11月24日株式会社見本(未設定)個人情報お問い合わせ相談窓口個人情報保護管理者見本太郎',
      '保有個人データの開示のご請求をいただき',
      '令和8年12月8日(火)までに',
      '住民票の写しの場合は「筆頭者」の欄も',
    ]) {
      expect(text).toContain(part)
    }
    expect(text).not.toContain('内部メモ')
    expect(text).not.toContain('手数料')
    expect(text).not.toContain(hanako.contact)
  })

  it('keeps the PDF sealed with its hash, tells its progress, and stands on the case', async () => {
    const { caseId, notice } = await desk.make()
    expect(notice).toMatchObject({
      kind: 'domicile-correction',
      madeBy: '受付 花子',
      pageCount: 1,
      printedAt: null,
      recipient: 'requester',
      post: null,
    })
    expect(notice.sha256).toBe(createHash('sha256').update(desk.pdf).digest('hex'))
    expect((await desk.cases.get({ id: caseId }, desk.clerk)).notices).toEqual([notice])
    expect(await rawSearch(desk.folder, Buffer.from('%PDF'))).toEqual([])
    expect(await rawSearch(desk.folder, Buffer.from(notice.sha256))).toEqual([])
    expect(await auditEvents()).toContain('notice-made')
    expect(desk.told.findLast(({ name }) => name === 'job.progress')?.body).toMatchObject({
      kind: 'notice',
      state: 'done',
    })
  })

  it('writes to Meta Quest users from the desk that is theirs', async () => {
    const { id: caseId } = await desk.open({ lane: 'meta-quest' })
    await notices.make({ caseId, kind: 'domicile-correction', inputs: noInputs }, desk.clerk)
    expect(words(desk.documents[0] ?? '')).toContain(
      'Meta Questユーザー専用個人情報お問い合わせ相談窓口'.replace(' ', ''),
    )
  })

  it('shows what looks like mark-up as it was written', async () => {
    await desk.make({ requester: { ...hanako, name: '<b>花子</b> & {{ number }}' } })
    expect(desk.documents[0]).toContain('&lt;b&gt;花子&lt;/b&gt; &amp; {{ number }}　様')
  })

  it('names every character that the fonts cannot draw, before anything is made', async () => {
    const { id: caseId } = await desk.open({
      requester: { ...hanako, name: '髙﨑 𠮷 辻󠄀󠄁 😀', address: '東京都\n葛󠄀飾区ﾏﾝｼｮﾝ' },
    })
    const fault = await faultOf(notices.make({ caseId, kind: 'domicile-correction', inputs: noInputs }, desk.clerk))
    expect(fault.code).toBe('missing-glyph')
    expect(fault.detail['characters']).toContain('😀')
    expect(fault.detail['characters']).not.toContain('髙')
    expect(desk.documents).toEqual([])
    expect(await notices.ofCase(caseId)).toEqual([])
  })

  it('puts nothing off until a day that has passed', async () => {
    const { id: caseId } = await desk.open()
    const putOff = (until: string) =>
      notices.make(
        { caseId, kind: 'house-extension', inputs: { ...noInputs, text: '調査中です。', until } },
        desk.clerk,
      )
    expect(await faultOf(putOff('2026-11-23'))).toMatchObject({ code: 'impossible-date', detail: { field: 'until' } })
    expect((await putOff('2026-11-24')).kind).toBe('house-extension')
  })

  it('refuses an address that no window can hold', async () => {
    const { id: caseId } = await desk.open({ requester: { ...hanako, address: '東京都渋谷区'.repeat(100) } })
    expect(
      await faultOf(notices.make({ caseId, kind: 'domicile-correction', inputs: noInputs }, desk.clerk)),
    ).toMatchObject({
      code: 'bad-request',
      detail: { field: 'address' },
    })
  })

  it('is for cases that may still ask for a correction', async () => {
    const { id: caseId } = await desk.open()
    await recordAll(desk, caseId, [['withdrawn', '2026-11-24']])
    expect(
      (await faultOf(notices.make({ caseId, kind: 'domicile-correction', inputs: noInputs }, desk.clerk))).code,
    ).toBe('event-not-allowed')
  })

  it('is got ready for by one that nobody sees and nothing keeps', async () => {
    const before = await auditEvents()
    await notices.warm()
    expect(desk.documents.map(words)).toEqual([expect.stringContaining('見本花子様')])
    expect(await desk.db('notices')).toEqual([])
    expect(await auditEvents()).toEqual(before)
  })

  it('leaves nothing when it was stopped', async () => {
    const { id: caseId } = await desk.open()
    const making = notices.make({ caseId, kind: 'domicile-correction', inputs: noInputs }, desk.clerk)
    const [job] = (await desk.jobs.list()).jobs
    await desk.jobs.cancel({ jobId: job?.jobId ?? '' })
    expect((await faultOf(making)).code).toBe('cancelled')
    expect(await desk.vault.listObjects()).toEqual([])
  })

  it('leaves nothing after a crash in the middle, also when the desk starts locked', async () => {
    const { caseId, notice } = await desk.make()
    await desk.db('notices').where({ id: notice.id }).update({ stage: 'making' })
    expect(await notices.ofCase(caseId)).toEqual([])
    expect((await notices.holdings(caseId)).map((holding) => holding.id)).toEqual([notice.id])
    desk.lock.lock()
    await notices.clearHalfMade()
    expect(await desk.vault.listObjects()).toEqual([])
    expect(await notices.holdings(caseId)).toEqual([])
  })
})

describe('a letter that is made', () => {
  it('is looked at as the PDF that was sealed, and every look is audited', async () => {
    const { notice } = await desk.make()
    const picture = await notices.picture({ id: notice.id, page: 1, longSidePx: 800 }, desk.clerk)
    expect(picture.height).toBe(800)
    expect(Math.abs(picture.width - (800 * 210) / 297)).toBeLessThan(3)
    expect(await auditEvents()).toContain('notice-viewed')
    expect((await faultOf(notices.picture({ id: notice.id, page: 2, longSidePx: 800 }, desk.clerk))).code).toBe(
      'not-found',
    )
  })

  it('is printed byte for byte, under the case’s number and nothing else', async () => {
    const { notice } = await desk.make()
    const after = await notices.print(toTray(notice.id), desk.clerk)
    expect(desk.printed).toEqual([{ bytes: desk.pdf, printer: 'tray', jobName: '2026-000001-7', how: oneCopy }])
    expect(after.printedAt).toBe(desk.clock.now())
    expect(await auditEvents()).toContain('notice-printed')
  })

  it('is not called printed when the printer failed', async () => {
    const { caseId, notice } = await desk.make()
    desk.printFault = new Fault('print-failed')
    expect((await faultOf(notices.print(toTray(notice.id), desk.clerk))).code).toBe('print-failed')
    expect((await notices.ofCase(caseId))[0]?.printedAt).toBeNull()
    expect(await auditEvents()).not.toContain('notice-printed')
  })

  it('is saved byte for byte under a name without a person', async () => {
    const { notice } = await desk.make()
    expect(await notices.save({ id: notice.id }, desk.clerk)).toEqual({ kind: 'saved' })
    expect(desk.saved).toEqual([{ name: '2026-000001-7.pdf', bytes: desk.pdf }])
  })
})

describe('what a wipe takes of letters', () => {
  it('is every letter of the case, its key and its file', async () => {
    const { caseId, notice } = await desk.make()
    const other = await desk.make()
    const holdings = await notices.holdings(caseId)
    expect(holdings).toMatchObject([{ kind: 'notice', id: notice.id }])
    expect(await desk.vault.listObjects()).toHaveLength(2)
    for (const { slot, objectId } of holdings) {
      if (slot === null || objectId === null) throw new Error('A letter has a key and a file.')
      await desk.vault.destroyKey(slot)
      await desk.vault.shredObject(objectId)
    }
    await notices.removeRows(caseId)
    await notices.removeRows(caseId)
    expect(await notices.ofCase(caseId)).toEqual([])
    expect(await notices.ofCase(other.caseId)).toEqual([other.notice])
    const kept = await notices.holdings(other.caseId)
    expect(kept.map(({ objectId }) => objectId)).toEqual(await desk.vault.listObjects())
  })
})
