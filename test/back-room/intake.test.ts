// Intake by every route: taken in sealed, refused by name, noticed when known, and a watched source gone only when it may be.
import { link, mkdir, readdir, readFile, rename, rm, symlink, writeFile, appendFile, chmod } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { removingName } from '../../main/intake/ignored-names.ts'
import { isUncPath } from '../../main/intake/network-share.ts'
import type { Screening } from '../../main/screening/index.ts'
import type { Attention, ScanSummary } from '../../shared/ipc/parts.ts'
import { rawSearch } from './desk-fixture.ts'
import { pdfPages, smallPage, tiffPages } from './mail.ts'
import { builtScreening, hurriedPace, mailDesk, type MailDesk } from './mail-desk.ts'

let screening: Screening
let desk: MailDesk
beforeAll(async () => {
  screening = await builtScreening()
})
afterAll(() => screening.close())
beforeEach(async () => {
  desk = await mailDesk(screening)
})
afterEach(() => desk.remove())

const scans = async (): Promise<ScanSummary[]> => (await desk.scans.inbox()).scans
const attention = async (): Promise<Attention[]> => (await desk.intake.attention()).items
const eventually = (check: () => Promise<void>): Promise<void> => vi.waitFor(check, { timeout: 20_000, interval: 30 })

async function put(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(desk.outside, name)
  await writeFile(path, bytes)
  return path
}

async function pick(...files: string[]): Promise<void> {
  desk.chosen.files = files
  expect(await desk.intake.pick({}, desk.clerk)).toEqual({ chosen: files.length })
}

async function watch(): Promise<void> {
  desk.chosen.folder = desk.inbox
  expect(await desk.intake.chooseWatchedFolder()).toEqual({ kind: 'saved' })
}

/** As a copier does it: under another name first, then moved into place. */
async function copierWrites(name: string, bytes: Uint8Array): Promise<void> {
  await rename(await put('being-written', bytes), join(desk.inbox, name))
}

describe('formats', () => {
  test('JPEG, PNG, TIFF of several pages and PDF come in with their pages; the chosen files stay', async () => {
    const files = [
      await put('a.jpg', await smallPage(1)),
      await put('名前.PNG', await smallPage(2, 'png')),
      await put('fax.tif', tiffPages(3)),
      await put('scan', pdfPages(2)),
    ]
    await pick(...files)
    const found = (await scans()).toReversed()
    expect(found.map(({ format, pageCount, fileName }) => [format, pageCount, fileName])).toEqual([
      ['jpeg', 1, 'a.jpg'],
      ['png', 1, '名前.PNG'],
      ['tiff', 3, 'fax.tif'],
      ['pdf', 2, 'scan'],
    ])
    expect(found.map(({ arrivalNumber }) => arrivalNumber)).toEqual(['A-000001', 'A-000002', 'A-000003', 'A-000004'])
    expect((await readdir(desk.outside)).toSorted()).toEqual(
      ['a.jpg', 'fax.tif', 'inbox', 'scan', '名前.PNG'].toSorted(),
    )
    expect(await rawSearch(desk.folder, Buffer.from('名前'))).toEqual([])
  })

  test('what cannot be taken in is refused by name with its reason, and stays where it was', async () => {
    const jpeg = await smallPage(3)
    const huge = await sharp({ create: { width: 10_001, height: 10_000, channels: 3, background: 'white' } })
      .png()
      .toBuffer()
    const encrypted = Buffer.from(
      pdfPages(1)
        .toString('latin1')
        .replace(
          '/Root 1 0 R',
          `/Root 1 0 R/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${'28'.repeat(32)}>/U<${'37'.repeat(32)}>>>/ID[<00><00>]`,
        ),
      'latin1',
    )
    const cases: [string, Uint8Array, string][] = [
      ['empty.jpg', new Uint8Array(), 'empty'],
      ['letter.docx', Buffer.from('PK\u0003\u0004 not a scan'), 'unknown-format'],
      ['broken.png', (await smallPage(4, 'png')).subarray(0, 30), 'broken'],
      ['half.jpg', (await smallPage(8)).subarray(0, 500), 'broken'],
      ['cut.pdf', Buffer.from('%PDF-1.7\nnothing more'), 'broken'],
      ['locked.pdf', encrypted, 'encrypted'],
      ['huge.png', huge, 'too-many-pixels'],
      ['book.tif', tiffPages(301), 'too-many-pages'],
      ['film.pdf', Buffer.alloc(200 * 1024 * 1024 + 1), 'too-many-bytes'],
    ]
    const paths = await Promise.all(cases.map(([name, bytes]) => put(name, bytes)))
    await pick(...paths, await put('good.jpg', jpeg), join(desk.outside, 'gone.jpg'))
    const told = await attention()
    expect(
      told.map(({ fileName, outcome }) => [fileName, outcome.kind === 'refused' ? outcome.reason : outcome.kind]),
    ).toEqual([...cases.map(([name, , reason]) => [name, reason]), ['gone.jpg', 'unreadable-file']])
    expect((await scans()).map(({ fileName }) => fileName)).toEqual(['good.jpg'])
    for (const [index, path] of paths.entries())
      expect((await readFile(path)).equals(Buffer.from(cases[index]?.[1] ?? []))).toBe(true)
    expect(await desk.vault.listObjects()).toHaveLength(1)
  })
})

describe('the same bytes twice', () => {
  test('are noticed within a batch and later, and taken in when the clerk wants it', async () => {
    const bytes = await smallPage(5)
    const files = [
      { name: 'a.jpg', bytes: new Uint8Array(bytes) },
      { name: 'b.jpg', bytes: new Uint8Array(bytes) },
    ]
    await desk.intake.drop({ files }, desk.clerk)
    const [first] = await scans()
    const [line] = await attention()
    expect(line).toMatchObject({
      fileName: 'b.jpg',
      outcome: { kind: 'duplicate', scanId: first?.id, arrivalNumber: 'A-000001' },
      actions: ['take-in', 'dismiss'],
    })
    await expect(
      desk.intake.resolveAttention({ id: line?.id ?? '', action: 'remove-source' }, desk.clerk),
    ).rejects.toMatchObject({
      code: 'not-allowed',
    })
    await desk.intake.resolveAttention({ id: line?.id ?? '', action: 'take-in' }, desk.clerk)
    expect(await attention()).toEqual([])
    expect((await scans()).map(({ fileName }) => fileName)).toEqual(['b.jpg', 'a.jpg'])
    expect(files[1]?.bytes.every((byte) => byte === 0)).toBe(true)
  })

  test('locking forgets the dropped bytes that wait for an answer', async () => {
    const bytes = await smallPage(6)
    const files = [
      { name: 'a.jpg', bytes: new Uint8Array(bytes) },
      { name: 'b.jpg', bytes: new Uint8Array(bytes) },
    ]
    await desk.intake.drop({ files }, desk.clerk)
    await desk.intake.pause()
    expect(await attention()).toEqual([])
    expect(files[1]?.bytes.every((byte) => byte === 0)).toBe(true)
  })
})

describe('the watched folder', () => {
  test('takes in what lies there and what comes, and removes each source', async () => {
    await copierWrites('before.jpg', await smallPage(10))
    await watch()
    await copierWrites('after.pdf', pdfPages(2))
    await eventually(async () => expect(await readdir(desk.inbox)).toEqual([]))
    const found = await scans()
    expect(found.map(({ fileName }) => fileName).toSorted()).toEqual(['after.pdf', 'before.jpg'])
    expect(found.map(({ route }) => route)).toEqual(['watched-folder', 'watched-folder'])
    const events = (await desk.audit.list({ before: null, limit: 100 })).entries.map(({ event }) => event)
    expect(events.filter((event) => event === 'source-removed')).toHaveLength(2)
    expect(await desk.intake.watch()).toEqual({ folder: 'inbox', state: 'watching', polling: false })
    expect(await attention()).toEqual([])
  })

  test('overwrites the whole source before it removes it', async () => {
    const page = Buffer.concat([await smallPage(9), Buffer.alloc(3_000_000, 'source')])
    await copierWrites('page.jpg', page)
    // A second name of the same file shows what became of its bytes.
    await link(join(desk.inbox, 'page.jpg'), join(desk.outside, 'same-file'))
    await watch()
    await eventually(async () => expect(await readdir(desk.inbox)).toEqual([]))
    const left = await readFile(join(desk.outside, 'same-file'))
    expect(left.length).toBe(page.length)
    expect(left.equals(Buffer.alloc(page.length))).toBe(true)
  })

  test('leaves alone what is never a document, folders and links', async () => {
    const page = await smallPage(11)
    for (const name of [
      'Thumbs.db',
      '.DS_Store',
      'desktop.ini',
      '~$letter.jpg',
      'half.jpg.part',
      'a.crdownload',
      'b.TMP',
      '.hidden.jpg',
    ]) {
      await copierWrites(name, page)
    }
    await mkdir(join(desk.inbox, 'folder'))
    await symlink(await put('elsewhere.jpg', page), join(desk.inbox, 'link.jpg'))
    await watch()
    await copierWrites('last.jpg', await smallPage(12))
    await eventually(async () => expect(await scans()).toHaveLength(1))
    await eventually(async () => expect(await readdir(desk.inbox)).toHaveLength(10))
    expect(await attention()).toEqual([])
    expect((await readFile(join(desk.outside, 'elsewhere.jpg'))).equals(page)).toBe(true)
  })

  test('waits until a file that grows is whole', async () => {
    await watch()
    const page = await smallPage(13, 'png')
    const path = join(desk.inbox, 'slow.png')
    const startMs = performance.now()
    // Written for three times as long as a file must lie still, a byte or two at a time.
    for (let length = 0; length < page.length;) {
      const share = (performance.now() - startMs) / (3 * hurriedPace.steadyForMs)
      const next = Math.min(page.length, Math.floor(share * page.length))
      await appendFile(path, page.subarray(length, next))
      length = next
      expect(await attention()).toEqual([])
    }
    await eventually(async () => expect(await scans()).toHaveLength(1))
    expect(await attention()).toEqual([])
  })

  test('a refused file stays, is told once, and is tried again when it changed', async () => {
    await watch()
    const page = await smallPage(14, 'png')
    await copierWrites('page.png', page.subarray(0, 50))
    await eventually(async () =>
      expect(await attention()).toMatchObject([{ fileName: 'page.png', outcome: { reason: 'broken' } }]),
    )
    const [line] = await attention()
    await copierWrites('other.jpg', await smallPage(15))
    await eventually(async () => expect(await scans()).toHaveLength(1))
    expect(await attention()).toEqual([line])
    await copierWrites('page.png', page)
    await eventually(async () => expect(await readdir(desk.inbox)).toEqual([]))
    expect(await scans()).toHaveLength(2)
    expect(await attention()).toEqual([])
  })

  test('an empty file is refused only after a longer wait', async () => {
    await copierWrites('empty.jpg', new Uint8Array())
    await watch()
    await eventually(async () =>
      expect(await attention()).toMatchObject([{ outcome: { kind: 'refused', reason: 'empty' } }]),
    )
    expect(await readdir(desk.inbox)).toEqual(['empty.jpg'])
  })

  test('known bytes stay until the clerk says; then the source is removed', async () => {
    const page = await smallPage(16)
    await pick(await put('chosen.jpg', page))
    await watch()
    await copierWrites('again.jpg', page)
    await eventually(async () => expect(await attention()).toHaveLength(1))
    const [line] = await attention()
    expect(line).toMatchObject({
      outcome: { kind: 'duplicate', arrivalNumber: 'A-000001' },
      actions: ['take-in', 'remove-source', 'dismiss'],
    })
    await desk.intake.resolveAttention({ id: line?.id ?? '', action: 'remove-source' }, desk.clerk)
    expect(await readdir(desk.inbox)).toEqual([])
    expect(await scans()).toHaveLength(1)
    expect((await readFile(join(desk.outside, 'chosen.jpg'))).equals(page)).toBe(true)
  })

  test('known bytes are taken in and their source removed when the clerk wants a second scan', async () => {
    const page = await smallPage(17)
    await pick(await put('chosen.jpg', page))
    await watch()
    await copierWrites('again.jpg', page)
    await eventually(async () => expect(await attention()).toHaveLength(1))
    await desk.intake.resolveAttention({ id: (await attention())[0]?.id ?? '', action: 'take-in' }, desk.clerk)
    expect(await scans()).toHaveLength(2)
    expect(await readdir(desk.inbox)).toEqual([])
  })

  test('another file under the name of a known one is never removed', async () => {
    const page = await smallPage(18)
    await pick(await put('chosen.jpg', page))
    await watch()
    await copierWrites('again.jpg', page)
    await eventually(async () => expect(await attention()).toHaveLength(1))
    const id = (await attention())[0]?.id ?? ''
    await desk.intake.pause()
    const other = await smallPage(19)
    await copierWrites('again.jpg', other)
    await expect(desk.intake.resolveAttention({ id, action: 'remove-source' }, desk.clerk)).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
    expect((await readFile(join(desk.inbox, 'again.jpg'))).equals(other)).toBe(true)
  })

  test('says that the folder is missing, and goes on when it is back', async () => {
    await watch()
    await eventually(async () => expect((await desk.intake.watch()).state).toBe('watching'))
    await rename(desk.inbox, `${desk.inbox}-away`)
    await eventually(async () => expect((await desk.intake.watch()).state).toBe('missing'))
    await mkdir(desk.inbox)
    await copierWrites('back.jpg', await smallPage(20))
    await eventually(async () => expect(await scans()).toHaveLength(1))
    expect((await desk.intake.watch()).state).toBe('watching')
    await desk.intake.stopWatching()
    expect(await desk.intake.watch()).toEqual({ folder: null, state: 'off', polling: false })
    await rm(`${desk.inbox}-away`, { recursive: true })
  })

  test('the desk does not watch its own data', async () => {
    desk.chosen.folder = join(desk.folder, 'vault')
    await expect(desk.intake.chooseWatchedFolder()).rejects.toMatchObject({ code: 'not-allowed' })
  })
})

describe('a removal that was killed', () => {
  async function received(name: string, page: Uint8Array): Promise<string> {
    await watch()
    await copierWrites(name, page)
    await eventually(async () => expect(await readdir(desk.inbox)).toEqual([]))
    await desk.intake.pause()
    return (await scans())[0]?.id ?? ''
  }

  test.each([
    ['not begun', (page: Buffer) => page],
    ['half done', (page: Buffer) => Buffer.concat([Buffer.alloc(page.length >> 1), page.subarray(page.length >> 1)])],
  ])('and whose overwriting was %s is ended', async (_, left) => {
    const page = tiffPages(2)
    const id = await received('page.tif', page)
    await writeFile(join(desk.inbox, removingName(id, '0a1b2c3d')), left(page))
    await desk.intake.resume()
    await eventually(async () => expect(await readdir(desk.inbox)).toEqual([]))
    expect(await scans()).toHaveLength(1)
  })

  test('gives a file that is not the scan’s its name back', async () => {
    const id = await received('page.jpg', await smallPage(31))
    const other = Buffer.from('something else altogether')
    await writeFile(join(desk.inbox, removingName(id, '0a1b2c3d')), other)
    await desk.intake.resume()
    await eventually(async () => expect(await readdir(desk.inbox)).toEqual(['page.jpg']))
    expect((await readFile(join(desk.inbox, 'page.jpg'))).equals(other)).toBe(true)
  })

  test('a source that was left behind is known as its own and removed without a word', async () => {
    const page = await smallPage(32)
    const id = await received('page.jpg', page)
    await desk.db('scans').where({ id }).update({ source: 'to-remove' })
    await copierWrites('page.jpg', page)
    await desk.intake.resume()
    await eventually(async () => expect(await readdir(desk.inbox)).toEqual([]))
    expect(await attention()).toEqual([])
    expect(await scans()).toHaveLength(1)
  })
})

describe('a source that cannot be removed', () => {
  // Root may write everywhere: this holds where tests run as an ordinary user.
  test.skipIf(process.getuid?.() === 0)('is told to the clerk', async () => {
    await copierWrites('fixed.jpg', await smallPage(40))
    await chmod(desk.inbox, 0o555)
    await watch()
    await eventually(async () => expect(await attention()).toMatchObject([{ outcome: { kind: 'source-remains' } }]))
    await chmod(desk.inbox, 0o755)
    await desk.intake.resolveAttention({ id: (await attention())[0]?.id ?? '', action: 'remove-source' }, desk.clerk)
    expect(await readdir(desk.inbox)).toEqual([])
  })
})

test.each([
  ['\\\\server\\share\\scan', true],
  ['//server/share', true],
  ['\\\\?\\UNC\\server\\share', true],
  ['\\\\?\\C:\\scan', false],
  ['C:\\scan', false],
  ['/srv/scan', false],
])('%s is a UNC path: %s', (path, expected) => expect(isUncPath(path)).toBe(expected))
