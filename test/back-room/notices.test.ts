// Letters on a real database, vault and screening: made once, sealed, and exactly that PDF is shown, printed, saved, posted.
import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createNotices, type Notices } from '../../main/notices/index.ts'
import { openPapers } from '../../main/paper/index.ts'
import type { Screening } from '../../main/screening/index.ts'
import { Fault, type FaultCode } from '../../shared/faults.ts'
import type { Requester } from '../../shared/cases.ts'
import type { Notice } from '../../shared/ipc/parts.ts'
import { noInputs } from '../../shared/letters.ts'
import { shippedVersions } from '../../shared/rules/dated/index.ts'
import { defaultDeskSettings } from '../../shared/settings.ts'
import { casesDesk, untold, hanako, recordAll, type CasesDesk } from './cases-desk.ts'
import { rawSearch } from './desk-fixture.ts'
import { papersOf } from './electron-paper.ts'
import { builtScreening } from './mail-desk.ts'
import { fontsFolder, lettersFolder } from './papers-fixture.ts'

let screening: Screening
let fonts: string
/** What Electron made of a letter's first page, for all tests but those that look at the layout. */
let pdf: Buffer
let desk: CasesDesk
let notices: Notices
let printed: { bytes: Buffer; printer: string; jobName: string }[]
let saved: { name: string; bytes: Buffer }[]
let documents: string[]
let printFault: Fault | null

beforeAll(async () => {
  screening = await builtScreening()
  fonts = await fontsFolder()
  pdf = (await papersOf(['<style>@page { size: A4; margin: 0 }</style><p>letter</p>']))[0] ?? Buffer.alloc(0)
})
afterAll(async () => {
  await screening.close()
  await rm(fonts, { recursive: true })
})

beforeEach(async () => {
  printed = []
  saved = []
  documents = []
  printFault = null
  desk = await casesDesk({}, { noticesOf: (caseId) => notices.ofCase(caseId) })
  notices = noticesOn(desk)
})
afterEach(() => desk.remove())

function noticesOn({ db, vault, audit, jobs, cases, emit, clock }: CasesDesk): Notices {
  return createNotices({
    db,
    vault,
    audit,
    jobs,
    cases,
    emit,
    screening,
    papers: openPapers({ lettersFolder, fontsFolder: fonts }),
    now: clock.now,
    today: clock.today,
    deskSettings: async () => defaultDeskSettings,
    deskCode: async () => '12345',
    ruleVersions: async () => [...shippedVersions],
    nameOf: async () => '受付 花子',
    save: async (name, bytes) => {
      saved.push({ name, bytes: Buffer.from(bytes) })
      return true
    },
    paper: {
      warmUp: async () => undefined,
      pdfOf: async (html) => {
        documents.push(html)
        return new Uint8Array(pdf)
      },
      printers: async () => [{ name: 'tray', label: '受付のプリンター', isDefault: true }],
      print: async (bytes, printer, jobName) => {
        if (printFault !== null) throw printFault
        printed.push({ bytes: Buffer.from(bytes), printer, jobName })
      },
    },
  })
}

async function make(requester: Requester = hanako): Promise<{ caseId: string; notice: Notice }> {
  const { id: caseId } = await desk.open({ requester })
  return { caseId, notice: await notices.make({ caseId, kind: 'domicile-correction', inputs: noInputs }, desk.clerk) }
}

async function faultOf(work: Promise<unknown>): Promise<{ code: FaultCode; detail: Fault['detail'] }> {
  try {
    await work
  } catch (error) {
    if (error instanceof Fault) return { code: error.code, detail: error.detail }
    throw error
  }
  throw new Error('It did not fail.')
}

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
    const text = words(documents[0] ?? '')
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
    const { caseId, notice } = await make()
    expect(notice).toMatchObject({
      kind: 'domicile-correction',
      madeBy: '受付 花子',
      pageCount: 1,
      printedAt: null,
      dispatchedOn: null,
    })
    expect(notice.sha256).toBe(createHash('sha256').update(pdf).digest('hex'))
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
    expect(words(documents[0] ?? '')).toContain('Meta Questユーザー専用個人情報お問い合わせ相談窓口'.replace(' ', ''))
  })

  it('shows what looks like mark-up as it was written', async () => {
    await make({ ...hanako, name: '<b>花子</b> & {{ number }}' })
    expect(documents[0]).toContain('&lt;b&gt;花子&lt;/b&gt; &amp; {{ number }}　様')
  })

  it('names every character that the fonts cannot draw, before anything is made', async () => {
    const { id: caseId } = await desk.open({
      requester: { ...hanako, name: '髙﨑 𠮷 辻󠄀󠄁 😀', address: '東京都\n葛󠄀飾区ﾏﾝｼｮﾝ' },
    })
    const fault = await faultOf(notices.make({ caseId, kind: 'domicile-correction', inputs: noInputs }, desk.clerk))
    expect(fault.code).toBe('missing-glyph')
    expect(fault.detail['characters']).toContain('😀')
    expect(fault.detail['characters']).not.toContain('髙')
    expect(documents).toEqual([])
    expect(await notices.ofCase(caseId)).toEqual([])
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

  it('leaves nothing when it was stopped', async () => {
    const { id: caseId } = await desk.open()
    const making = notices.make({ caseId, kind: 'domicile-correction', inputs: noInputs }, desk.clerk)
    const [job] = (await desk.jobs.list()).jobs
    await desk.jobs.cancel({ jobId: job?.jobId ?? '' })
    expect((await faultOf(making)).code).toBe('cancelled')
    expect(await desk.vault.listObjects()).toEqual([])
  })

  it('leaves nothing after a crash in the middle, also when the desk starts locked', async () => {
    const { caseId, notice } = await make()
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
    const { notice } = await make()
    const picture = await notices.picture({ id: notice.id, page: 1, longSidePx: 800 }, desk.clerk)
    expect(picture.height).toBe(800)
    expect(Math.abs(picture.width - (800 * 210) / 297)).toBeLessThan(3)
    expect(await auditEvents()).toContain('notice-viewed')
    expect((await faultOf(notices.picture({ id: notice.id, page: 2, longSidePx: 800 }, desk.clerk))).code).toBe(
      'not-found',
    )
  })

  it('is printed byte for byte, under the case’s number and nothing else', async () => {
    const { notice } = await make()
    const after = await notices.print({ id: notice.id, printer: 'tray' }, desk.clerk)
    expect(printed).toEqual([{ bytes: pdf, printer: 'tray', jobName: '2026-000001-7' }])
    expect(after.printedAt).toBe(desk.clock.now())
    expect(await auditEvents()).toContain('notice-printed')
  })

  it('is not called printed when the printer failed', async () => {
    const { caseId, notice } = await make()
    printFault = new Fault('print-failed')
    expect((await faultOf(notices.print({ id: notice.id, printer: 'tray' }, desk.clerk))).code).toBe('print-failed')
    expect((await notices.ofCase(caseId))[0]?.printedAt).toBeNull()
    expect(await auditEvents()).not.toContain('notice-printed')
  })

  it('is saved byte for byte under a name without a person', async () => {
    const { notice } = await make()
    expect(await notices.save({ id: notice.id }, desk.clerk)).toEqual({ kind: 'saved' })
    expect(saved).toEqual([{ name: '2026-000001-7.pdf', bytes: pdf }])
  })
})

describe('posting a letter', () => {
  it('notes day and 書留 number and stops the case’s clock, as one change', async () => {
    const { caseId, notice } = await make()
    const after = await notices.dispatch(
      { id: notice.id, on: '2026-11-24', trackingNumber: '１３１１２３８３８５２' },
      desk.clerk,
    )
    expect(after).toMatchObject({ dispatchedOn: '2026-11-24', trackingNumber: '131-12-38385-2' })
    const record = await desk.cases.get({ id: caseId }, desk.clerk)
    expect(record).toMatchObject({
      state: 'awaiting-correction',
      next: { clock: 'correction-wait', due: '2026-12-08' },
    })
    expect(record.deadlines.find(({ clock }) => clock === 'answer-target')).toMatchObject({
      status: 'stopped',
      due: null,
    })
    expect(record.history.at(-1)).toMatchObject({ event: 'correction-sent', detail: { noticeId: notice.id } })
    expect(record.notices).toEqual([after])
    expect(await rawSearch(desk.folder, Buffer.from('131-12-38385-2'))).toEqual([])
  })

  it('goes without a number, by ordinary mail', async () => {
    const { notice } = await make()
    expect(await notices.dispatch({ id: notice.id, on: '2026-11-24', trackingNumber: null }, desk.clerk)).toMatchObject(
      {
        dispatchedOn: '2026-11-24',
        trackingNumber: null,
      },
    )
  })

  it.each([
    [{ trackingNumber: '131-12-38385-3' }, 'bad-request', { field: 'trackingNumber', because: 'wrong-check-digit' }],
    [{ trackingNumber: '12345' }, 'bad-request', { field: 'trackingNumber', because: 'malformed' }],
    [{ on: '2026-11-25' }, 'impossible-date', { because: 'in-the-future' }],
    [{ on: '2026-11-23' }, 'impossible-date', { because: 'before-what-it-follows' }],
  ])('refuses %j and changes nothing', async (over, code, detail) => {
    const { caseId, notice } = await make()
    const request = { id: notice.id, on: '2026-11-24', trackingNumber: null, ...over }
    expect(await faultOf(notices.dispatch(request, desk.clerk))).toMatchObject({ code, detail })
    const record = await desk.cases.get({ id: caseId }, desk.clerk)
    expect(record).toMatchObject({ state: 'received', version: 1, notices: [notice] })
  })

  it('happens once, and not at all when the case no longer allows it', async () => {
    const { caseId, notice } = await make()
    await notices.dispatch({ id: notice.id, on: '2026-11-24', trackingNumber: null }, desk.clerk)
    const again = notices.dispatch({ id: notice.id, on: '2026-11-24', trackingNumber: null }, desk.clerk)
    expect((await faultOf(again)).code).toBe('wrong-stage')

    const second = await notices.make({ caseId, kind: 'domicile-correction', inputs: noInputs }, desk.clerk)
    await recordAll(desk, caseId, [['withdrawn', '2026-11-24']])
    const late = notices.dispatch({ id: second.id, on: '2026-11-24', trackingNumber: null }, desk.clerk)
    expect((await faultOf(late)).code).toBe('event-not-allowed')
    const kept = (await notices.ofCase(caseId)).find(({ id }) => id === second.id)
    expect(kept?.dispatchedOn).toBeNull()
  })
})

describe('what a wipe takes of letters', () => {
  it('is every letter of the case, its key and its file', async () => {
    const { caseId, notice } = await make()
    const other = await make()
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
