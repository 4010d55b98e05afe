// The pages of a scan through the real window: what is wrong with each is said, sides find each other, and keys leave out, order and turn.
import sharp from 'sharp'
import type { Sharp } from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { tiffPage, writeTiff, type TiffPage } from '../../main/reading/index.ts'
import type { Scan } from '../../shared/ipc/parts.ts'
import { juminhyo } from '../back-room/mail.ts'
import { layouts, openBrowser, plainSpecimen, renderSpecimen } from '../specimens/index.ts'
import { violationsOn } from './accessibility.ts'
import { startApp, type App } from './app.ts'
import { ask } from './bridge.ts'
import { inboxScreen } from './screens/inbox.ts'
import { reviewScreen } from './screens/review.ts'
import { clerk, drop, signIn, staffDesk, until } from './shortcuts.ts'
import { fill, w } from './words.ts'

let app: App

beforeEach(async () => {
  app = await startApp()
  await staffDesk(app.page, [{ ...clerk, roles: ['clerk'] }])
  await signIn(app.page, clerk)
})
afterEach(() => app.close())

async function pageOf(picture: Sharp): Promise<TiffPage> {
  const { data, info } = await picture.toColourspace('srgb').removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return tiffPage(info.width, info.height, data, 1)
}

async function sidesOfLicence(): Promise<Buffer[]> {
  const browser = await openBrowser()
  try {
    const sides: Buffer[] = []
    for (const id of ['licence-modern', 'licence-back-moved']) {
      const layout = layouts.find((each) => each.id === id)
      if (layout === undefined) throw new Error(`No layout ${id}.`)
      sides.push((await renderSpecimen(browser, plainSpecimen(layout, 'pages/licence', { sheet: 'own' }))).bytes)
    }
    return sides
  } finally {
    await browser.close()
  }
}

/** The back of a licence, a 住民票 that moved while it was copied, an empty sheet, the licence's front. */
async function fourPages(): Promise<Buffer> {
  const [front, back] = await sidesOfLicence()
  const shaken = sharp(await juminhyo()).blur(7)
  const blank = sharp({ create: { width: 1654, height: 2339, channels: 3, background: '#f4f2ee' } })
  const pages = [sharp(back), shaken, blank, sharp(front)]
  return Buffer.from(writeTiff(await Promise.all(pages.map(pageOf))))
}

test('the clerk sees what is wrong with each page and arranges them by keys', async () => {
  const { page } = app
  const id = await drop(page, 'SCAN0001.tif', await fourPages())
  const scan = (isWanted: (now: Scan) => boolean): Promise<Scan> =>
    until(() => ask(page, 'scans.get', { id }), isWanted)
  await scan(({ stage }) => stage !== 'received')
  await inboxScreen(page).open()
  await inboxScreen(page).review('SCAN0001.tif')
  await reviewScreen(page).pictureShown()

  // The sides know each other across the pages between them, whichever lies on top.
  await page.getByRole('button', { name: fill(w.review.otherSide, { page: 4 }) }).waitFor()
  await page.keyboard.press('b')
  await page.getByRole('button', { name: fill(w.review.otherSide, { page: 1 }) }).waitFor()
  await page.keyboard.press('b')
  // Two keys as quick as these are a person's all the same, each on what the one before has brought.
  await page.keyboard.press('n')
  await page.getByText(fill(w.review.illegibleTitle, { reasons: w.common.illegible['too-blurred'] })).waitFor()

  await page.keyboard.press('n')
  await page.getByText(w.review.blankTitle).waitFor()
  expect(await violationsOn(page)).toEqual([])
  await page.keyboard.press('x')
  await page.getByText(w.review.leftOutTitle).waitFor()
  expect((await scan(({ keptPages }) => keptPages.length === 3)).keptPages).toEqual([1, 2, 4])
  await page.keyboard.press('x')
  await page.getByText(w.review.blankTitle).waitFor()

  // The front goes before its back.
  await page.keyboard.press('n')
  for (let step = 0; step < 3; step++) {
    await page.keyboard.press('[')
    await scan(({ pages }) => pages.findIndex((each) => each.page === 4) === 2 - step)
  }
  await page.getByRole('button', { name: fill(w.review.otherSide, { page: 2 }) }).waitFor()
  expect((await ask(page, 'scans.get', { id })).keptPages).toEqual([4, 1, 2, 3])
})

test('a page that a person turned stays as it was turned, and is screened anew', async () => {
  const { page } = app
  const id = await drop(page, 'SCAN0002.jpg', await juminhyo())
  const scan = (isWanted: (now: Scan) => boolean): Promise<Scan> =>
    until(() => ask(page, 'scans.get', { id }), isWanted)
  const before = await scan(({ stage }) => stage === 'screened')
  expect(before.pages[0]).toMatchObject({ turn: 0, verdict: 'flagged' })
  await inboxScreen(page).open()
  await inboxScreen(page).review('SCAN0002.jpg')
  await reviewScreen(page).pictureShown()
  await page.keyboard.press('r')
  const turned = await scan(({ stage, pages }) => stage === 'screened' && pages[0]?.turn === 90)
  expect(turned.pages[0]?.findings.map(({ field, box }) => [field, box])).toEqual(
    before.pages[0]?.findings.map(({ field, box }) => [field, box]),
  )
})

test('the chosen finding stays in sight however the window is resized', async () => {
  const { page } = app
  const id = await drop(page, 'SCAN0003.jpg', await juminhyo())
  await until(
    () => ask(page, 'scans.get', { id }),
    ({ stage }) => stage === 'screened',
  )
  await inboxScreen(page).open()
  await inboxScreen(page).review('SCAN0003.jpg')
  await reviewScreen(page).pictureShown()
  for (const size of [
    { width: 1920, height: 1080 },
    { width: 1280, height: 800 },
    { width: 1024, height: 640 },
    { width: 1920, height: 1080 },
  ]) {
    await page.setViewportSize(size)
    // The window settles first: what was in sight for a moment only would not help anybody.
    await page.waitForTimeout(500)
    expect(await reviewScreen(page).isChosenInSight()).toBe(true)
  }
})
