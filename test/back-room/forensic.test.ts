// The disk below the files: a data folder on an ext4 image of its own, searched sector by sector after the work, wiped and not wiped.
import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { buildChild, runChild } from './children/child.ts'

const reportSchema = z.object({
  wrappedKeys: z.array(z.string()),
  keys: z.array(z.string()),
  ciphertexts: z.array(z.string()),
  plain: z.array(z.string()),
})

/** Mounting an image takes root and a loop device; elsewhere this proof cannot be made and says so by being skipped. */
const mayMount = await canMount()

test.skipIf(!mayMount)('sealed data lie on the disk once, plain data never, and after a wipe nothing', async () => {
  const child = await buildChild(new URL('children/forensic-child.ts', import.meta.url))
  const kept = await copiesOnDisk(child, 'keep')
  expect(kept).toEqual({
    wrappedKeys: Array(6).fill(1),
    keys: Array(6).fill(0),
    ciphertexts: Array(5).fill(1),
    plain: Array(6).fill(0),
  })
  const wiped = await copiesOnDisk(child, 'wipe')
  expect(wiped).toEqual({
    wrappedKeys: Array(6).fill(0),
    keys: Array(6).fill(0),
    ciphertexts: Array(5).fill(0),
    plain: Array(6).fill(0),
  })
})

/** How often each trace lies anywhere on the image, journal and free blocks included. */
async function copiesOnDisk(child: string, task: 'keep' | 'wipe'): Promise<Record<string, number[]>> {
  return withImage(async (image, mounted, folder) => {
    const report = join(folder, 'report.json')
    await mounted(async (place) => {
      expect(await runChild(child, [place, report, task], null)).toMatchObject({ code: 0, errors: '' })
    })
    const disk = await readFile(image)
    const traces = reportSchema.parse(JSON.parse(await readFile(report, 'utf8')))
    return Object.fromEntries(
      Object.entries(traces).map(([kind, all]) => [kind, all.map((hex) => countOf(disk, Buffer.from(hex, 'hex')))]),
    )
  })
}

function countOf(disk: Buffer, bytes: Buffer): number {
  let count = 0
  for (let at = disk.indexOf(bytes); at !== -1; at = disk.indexOf(bytes, at + 1)) count += 1
  return count
}

async function withImage<T>(
  work: (
    image: string,
    mounted: (use: (place: string) => Promise<void>) => Promise<void>,
    folder: string,
  ) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'disk-'))
  const image = join(folder, 'disk.img')
  const place = join(folder, 'mounted')
  try {
    await mkdir(place)
    await writeFile(image, '')
    await truncate(image, 64 * 1024 * 1024)
    execFileSync('mkfs.ext4', ['-q', image], { stdio: 'pipe' })
    return await work(
      image,
      async (use) => {
        execFileSync('mount', ['-o', 'loop,data=ordered', image, place], { stdio: 'pipe' })
        try {
          await use(place)
        } finally {
          execFileSync('umount', [place], { stdio: 'pipe' })
        }
      },
      folder,
    )
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function canMount(): Promise<boolean> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  try {
    await withImage((_, mounted) => mounted(async () => undefined))
    return true
  } catch {
    return false
  }
}
