// The shape of the house as tests: who may import whom, what may stand at the top, what no file may name.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  domainsShowOneFace,
  fewTouchFiles,
  importsExist,
  noCycles,
  packagesHaveHomes,
  screensStayApart,
  sharedIsPure,
  tablesHaveOneOwner,
  tableUsers,
  worldsStayApart,
  type Rule,
} from './architecture/rules.ts'
import { filesBelow, readSource, sourceFile } from './architecture/source.ts'

const lockSchema = z.object({
  packages: z.record(z.string(), z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() })),
})
const checkout = dirname(dirname(fileURLToPath(import.meta.url)))
const worlds = ['main', 'renderer', 'shared', 'test'] as const
const source = readSource(checkout, worlds)

/** A rule, and files that break it: every rule has to find what it is for. */
const rules: { name: string; rule: Rule; planted: Record<string, string>[] }[] = [
  {
    name: 'shared/ touches nothing outside itself',
    rule: sharedIsPure,
    planted: [
      { 'shared/a.ts': "import { readFile } from 'node:fs/promises'" },
      { 'shared/a.ts': "export type { Log } from '../main/log.ts'" },
      { 'shared/a.ts': 'export const today = () => new Date()' },
    ],
  },
  {
    name: 'screens and back room do not import each other',
    rule: worldsStayApart,
    planted: [
      { 'renderer/a.ts': "import type { Log } from '../main/log.ts'" },
      { 'renderer/a.ts': "const { ipcRenderer } = await import('electron')" },
      { 'main/a.ts': "export * from '../renderer/client.ts'" },
    ],
  },
  {
    name: 'no screen imports another screen',
    rule: screensStayApart,
    planted: [{ 'renderer/screens/board/board.tsx': "import { Inbox } from '../inbox/inbox.tsx'" }],
  },
  {
    name: 'packages that reach outside stay in their folder',
    rule: packagesHaveHomes,
    planted: [
      { 'main/wipe/index.ts': "import { shell } from 'electron'" },
      { 'main/cases/store.ts': "let db: import('knex').Knex" },
      { 'main/screening/worker.ts': "import { createWorker } from 'tesseract.js'" },
    ],
  },
  {
    name: 'a domain shows one face, and vault, audit, jobs and db know no domain',
    rule: domainsShowOneFace,
    planted: [
      { 'main/cases/index.ts': "import { sealWith } from '../vault/seal.ts'" },
      { 'main/vault/index.ts': "import type { Cases } from '../cases/index.ts'" },
    ],
  },
  {
    name: 'a table belongs to one domain',
    rule: tablesHaveOneOwner,
    planted: [
      {
        'main/db/migrations/001.ts': "knex.raw('CREATE TABLE scans (id TEXT) STRICT')",
        'main/scans/store.ts': "db('scans').select()",
        'main/cases/store.ts': "db.raw('SELECT id FROM scans')",
      },
    ],
  },
  {
    name: 'few folders touch files, and no path or key crosses to a screen',
    rule: fewTouchFiles,
    planted: [
      { 'main/cases/index.ts': "import { writeFile } from 'node:fs/promises'" },
      { 'shared/ipc/contract.ts': 'export const request = z.object({ sourcePath: z.string() })' },
    ],
  },
  {
    name: 'no cycles',
    rule: noCycles,
    planted: [
      {
        'main/a.ts': "import './b.ts'",
        'main/b.ts': "import './c.ts'",
        'main/c.ts': "import type { A } from './a.ts'",
      },
    ],
  },
  {
    name: 'every import of ours is a file that was read',
    rule: importsExist,
    planted: [{ 'main/a.ts': "import './gone.ts'" }, { 'main/a.ts': 'await import(name)' }],
  },
]

describe.each(rules)('$name', ({ rule, planted }) => {
  test.each(planted)('is broken by %o', (files) => {
    expect(rule(Object.entries(files).map(([path, text]) => sourceFile(path, text)))).not.toEqual([])
  })

  test('holds', () => {
    expect(rule(source)).toEqual([])
  })
})

describe('what the rules were shown', () => {
  test('is every TypeScript file that git and the disk know', () => {
    const read = new Set(source.map((file) => file.path))
    const onDisk = worlds.flatMap((world) => filesBelow(checkout, world)).filter((path) => /\.tsx?$/.test(path))
    const unread = onDisk.filter((path) => !read.has(path))
    expect(unread.filter((path) => !/\/vite\.[\w.]*config\.ts$/.test(path))).toEqual([])
    expect(
      tracked().filter((path) => /^(main|renderer|shared|test)\/.*\.tsx?$/.test(path) && !onDisk.includes(path)),
    ).toEqual([])
    for (const world of worlds)
      expect(source.filter((file) => file.path.startsWith(`${world}/`)).length).toBeGreaterThan(5)
  })

  test('has the imports in it', () => {
    // A parser that found nothing would let every rule hold.
    const written = source.filter((file) => /^(import|export) .* from '/m.test(file.text))
    expect(written.filter((file) => file.imports.length === 0)).toEqual([])
    expect(source.find((file) => file.path === 'main/index.ts')?.imports).toContain('main/electron/index.ts')
  })

  test('has every table in use', () => {
    const users = tableUsers(source)
    expect(users.size).toBeGreaterThan(5)
    expect([...users].filter(([, domains]) => domains.size === 0).map(([table]) => table)).toEqual([])
  })
})

describe('the checkout', () => {
  test('has nothing at the top but what was agreed and what tools insist on', () => {
    const agreed = [
      'main',
      'renderer',
      'shared',
      'resources',
      'test',
      'electron-builder.yml',
      'package.json',
      'tsconfig.json',
      'README.md',
    ]
    const insisted = [
      'package-lock.json',
      'LICENSE',
      '.ci',
      '.git',
      '.gitignore',
      '.npmrc',
      '.oxlintrc.json',
      '.oxfmtrc.json',
    ]
    const made = ['node_modules', 'build', 'dist', 'demo-output']
    const present = readdirSync(checkout)
    expect(present.filter((name) => ![...agreed, ...insisted, ...made].includes(name))).toEqual([])
    expect(agreed.filter((name) => !present.includes(name))).toEqual([])
  })

  test('names no place of one machine and no registry', () => {
    const places = ['work', 'root'].map((folder) => `/${folder}/`).join('|')
    const host = ['registry', 'npm'].join('\\.')
    const machine = new RegExp(`(?<![\\w.@~*-])(${places})|${host}`)
    const text = tracked().filter(
      (path) =>
        /\.(m?[jt]sx?|cjs|json|ya?ml|md|html|css|txt)$|^\.|\/run$/.test(path) && existsSync(join(checkout, path)),
    )
    expect(text.length).toBeGreaterThan(20)
    expect(text.filter((path) => machine.test(readFileSync(join(checkout, path), 'utf8')))).toEqual([])
    expect(readFileSync(join(checkout, 'package-lock.json'), 'utf8')).not.toContain('"resolved"')
  })

  test('locks the builds for every platform, because npm ci refuses a lock file with holes', () => {
    const locked = lockSchema.parse(JSON.parse(readFileSync(join(checkout, 'package-lock.json'), 'utf8'))).packages
    const holes = Object.entries(locked).flatMap(([place, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !(`${place}/node_modules/${name}` in locked) && !(`node_modules/${name}` in locked),
      ),
    )
    expect(holes).toEqual([])
  })

  test('says in the first line of every file what it is for', () => {
    const silent = source.filter(({ text }) => !/^(#!.*\n)?\/\/ \S.{15,}/.test(text))
    expect(silent.map((file) => file.path)).toEqual([])
  })
})

/** What git keeps; every source file outside git's sight would be missing from a clone. */
function tracked(): string[] {
  return execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: checkout,
    encoding: 'utf8',
  })
    .split('\0')
    .filter((path) => path !== '')
}
