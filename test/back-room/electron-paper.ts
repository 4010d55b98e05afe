// Makes PDFs with a real Electron and the desk's own paper code, for tests that measure a letter.
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'vite'
import { withDisplay } from '../../resources/dev/display.mjs'
import { appRuntime, sandboxArguments } from '../../resources/dev/electron.mjs'
import { buildFolder } from '../../resources/dev/places.mjs'

const entry = fileURLToPath(new URL('paper-app/main.ts', import.meta.url))

/** One PDF per document, in their order. */
export async function papersOf(documents: readonly string[]): Promise<Buffer[]> {
  const app = join(buildFolder, 'test', 'paper-app')
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: entry,
      target: 'node20',
      outDir: app,
      rolldownOptions: { external: ['electron'], output: { format: 'cjs', entryFileNames: 'main.cjs' } },
    },
  })
  await writeFile(join(app, 'package.json'), JSON.stringify({ name: 'paper-app', main: 'main.cjs' }))
  const folder = await mkdtemp(join(tmpdir(), 'papers-'))
  try {
    await mkdir(folder, { recursive: true })
    const names = documents.map((_, index) => String(index).padStart(3, '0'))
    for (const [index, name] of names.entries()) await writeFile(join(folder, `${name}.html`), documents[index] ?? '')
    const { program, args } = await appRuntime(app)
    await withDisplay(async () => {
      const { stdout } = await promisify(execFile)(program, [
        ...args,
        ...(await sandboxArguments()),
        `--folder=${folder}`,
      ])
      if (process.env['PAPER_TIMES'] !== undefined) process.stdout.write(stdout)
    })
    return await Promise.all(names.map((name) => readFile(join(folder, `${name}.pdf`))))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
