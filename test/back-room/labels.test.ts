// Address labels as a real Electron prints them, measured: each on its label, from the first free one on, with its letter's own address.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { labelGrids, labelPlaces, labelSheets } from '../../shared/labels.ts'
import { noInputs } from '../../shared/letters.ts'
import { envelopeCodeOf, writtenEnvelopeCode } from '../../shared/rules/envelope-code.ts'
import { hanako } from './cases-desk.ts'
import { there } from './desk-fixture.ts'
import { papersOf } from './electron-paper.ts'
import { faultOf, type LettersDesk } from './letters-desk.ts'
import { deskOfFile } from './letters-hooks.ts'
import { printedPages, wordsBeyond, wordsIn, type PrintedPage } from './printed-words.ts'

/** White between what is printed and the edge of its label: a printer draws the sheet in up to so much askew. */
const safeMm = 2.5
/** On the smaller labels a long address takes all there is; the longest needs the larger ones. */
const longest = {
  'a4-24': {
    ...hanako,
    address: '北海道虻田郡真狩村字見本二百三十四番地の五六七 見本ヶ丘ニュータウン1205号室',
  },
  'a4-12': {
    ...hanako,
    name: '社会福祉法人見本福祉会ひまわり相談支援センター 理事長 勘解由小路 龍之介',
    address: '北海道虻田郡真狩村字見本二百三十四番地の五六七 見本ヶ丘ニュータウン弐番館 1205号室',
  },
}

let desk: LettersDesk

deskOfFile((made) => {
  desk = made
})

async function printed(): Promise<PrintedPage[]> {
  const [pdf] = await papersOf([there(desk.documents.at(-1))])
  const file = join(desk.folder, 'labels.pdf')
  await writeFile(file, there(pdf))
  return printedPages(file)
}

it.each(labelSheets)('%s fills A4 with labels that touch, the same white on both sides', (sheet) => {
  const { columns, rows, widthMm, heightMm } = labelGrids[sheet]
  const places = labelPlaces(sheet, 1, columns * rows + 1)
  const [first, last, next] = [there(places[0]), there(places.at(-2)), there(places.at(-1))]
  expect(first.leftMm).toBeCloseTo(210 - (last.leftMm + widthMm), 5)
  expect(first.topMm).toBeCloseTo(297 - (last.topMm + heightMm), 5)
  expect(next).toEqual({ ...first, sheet: 2 })
})

describe.each(labelSheets)('%s', (sheet) => {
  it('shows each address inside its own label, from the first free one on, on as many sheets as it takes', async () => {
    const grid = labelGrids[sheet]
    const count = grid.columns * grid.rows
    const names = Array.from({ length: 4 }, (_, index) => `見本 花子${'一二三四'[index] ?? ''}`)
    const notices = []
    for (const name of names) notices.push((await desk.make({ requester: { ...hanako, name } })).notice)
    notices.push((await desk.make({ requester: longest[sheet] })).notice)
    const first = count - 2
    await desk.notices.labels.save({ ids: notices.map(({ id }) => id), sheet, first }, desk.clerk)
    const pages = await printed()
    expect(pages).toHaveLength(2)
    const seen = labelPlaces(sheet, first, notices.length).map(({ sheet: page, leftMm, topMm }) => {
      const label = { left: leftMm, top: topMm, right: leftMm + grid.widthMm, bottom: topMm + grid.heightMm }
      const words = wordsIn(there(pages[page - 1]).words, label)
      const safe = {
        left: label.left + safeMm,
        top: label.top + safeMm,
        right: label.right - safeMm,
        bottom: label.bottom - safeMm,
      }
      return { words: words.map(({ text }) => text).join(''), beyond: wordsBeyond(words, safe) }
    })
    for (const [index, notice] of notices.entries()) {
      const { words, beyond } = there(seen[index])
      const { name, address } = index < names.length ? { ...hanako, name: there(names[index]) } : longest[sheet]
      expect(beyond).toEqual([])
      const code = writtenEnvelopeCode(envelopeCodeOf(notice.id))
      const said = `〒150-0002${address}${name}様`.replaceAll(' ', '')
      expect(words.replaceAll('　', '')).toBe(`${said}${code}`)
    }
    // Nothing stands on the labels before the first free one, nor after the last.
    const all = pages.flatMap(({ words }) => words.map(({ text }) => text)).join('')
    expect(all.length).toBe(seen.reduce((sum, { words }) => sum + words.length, 0))
  })
})

it('is the address that the letter was made with, whatever the case says since, and is noted letter by letter', async () => {
  const { caseId, notice } = await desk.make({
    inputs: { ...noInputs, substitutions: [{ from: '髙', to: '高' }] },
  })
  const { version } = await desk.cases.get({ id: caseId }, desk.clerk)
  const requester = { ...hanako, address: '大阪府大阪市北区見本町9番9号' }
  await desk.cases.changeRequester({ id: caseId, version, requester }, desk.clerk)
  await desk.notices.labels.print({ ids: [notice.id], sheet: 'a4-24', first: 5, printer: 'tray' }, desk.clerk)
  const document = there(desk.documents.at(-1))
  expect(document).toContain('高橋')
  expect(document).not.toContain('大阪府')
  expect(desk.printed.at(-1)).toMatchObject({ printer: 'tray', jobName: 'labels' })
  const { entries } = await desk.audit.list({ before: null, limit: 100 })
  expect(entries.find(({ event, subject }) => event === 'label-printed' && subject === notice.id)).toMatchObject({
    detail: { caseId, to: 'printer' },
  })
})

it('names the case whose address no label holds, and a place that no sheet has', async () => {
  const { notice } = await desk.make({ requester: { ...hanako, address: '東京都渋谷区見本町'.repeat(9) } })
  const request = { ids: [notice.id], first: 1 }
  expect(await faultOf(desk.notices.labels.save({ ...request, sheet: 'a4-24' }, desk.clerk))).toMatchObject({
    code: 'bad-request',
    detail: { because: 'too-long-for-the-label', number: expect.stringMatching(/^2026-/) },
  })
  const beyond = { ...request, first: 13 }
  expect(await faultOf(desk.notices.labels.save({ ...beyond, sheet: 'a4-12' }, desk.clerk))).toMatchObject({
    detail: { field: 'first' },
  })
})
