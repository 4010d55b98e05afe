// Builds the app into build/ with plain Vite, and does nothing when nothing changed since the last time.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { buildFolder, checkout } from './places.mjs'
import { adviceFor, say, Stop } from './say.mjs'

/** One Vite configuration each; the name is the folder in build/ it fills. */
const bundles = [
  { name: 'main', configs: ['main/vite.config.ts', 'main/vite.preload.config.ts'] },
  { name: 'renderer', configs: ['renderer/vite.config.ts'] },
]
const inputs = ['main', 'renderer', 'shared', 'resources', 'package.json', 'package-lock.json', 'tsconfig.json']

/** Where the fonts of letters come from; their licence asks for its text beside them. */
const fontPackages = ['biz-udgothic', 'biz-udmincho']

export async function seeToBuild() {
  const stamp = join(buildFolder, '.stamp')
  const state = stateOf(inputs)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return
  say('The app is being built.')
  await rm(stamp, { force: true })
  for (const { name, configs } of bundles) await replace(name, (folder) => bundle(configs, folder))
  await replace('models', copyModels)
  await replace('fonts', copyFonts)
  await replace('letters', (folder) => cp(join(checkout, 'resources', 'letters'), folder, { recursive: true }))
  await writeFile(stamp, state)
}

/**
 * Programs for developers (the demo, the bench) are bundled one by one, just before they run.
 * @param {string} entry from the checkout's top, like `test/bench/index.ts`
 * @returns {Promise<string>} the file to run
 */
export async function buildTestProgram(entry) {
  const { build } = await import('vite')
  const name = entry.replaceAll(/^test\/|\.ts$/g, '').replaceAll('/', '-')
  await replace(join('test', name), (outDir) =>
    build({
      configFile: join(checkout, 'test', 'vite.config.ts'),
      logLevel: 'silent',
      build: { outDir, rolldownOptions: { input: { [name]: join(checkout, entry) } } },
    }).catch(explain),
  )
  return join(buildFolder, 'test', name, `${name}.mjs`)
}

/**
 * @param {string[]} configs
 * @param {string} outDir
 */
async function bundle(configs, outDir) {
  const { build } = await import('vite')
  for (const config of configs) {
    await build({
      configFile: join(checkout, config),
      logLevel: 'silent',
      build: { outDir, emptyOutDir: false },
    }).catch(explain)
  }
}

/**
 * @param {unknown} error
 * @returns {never}
 */
function explain(error) {
  if (adviceFor(error) !== null) throw error
  throw new Stop(
    `The app could not be built; what the bundler found stands in the source:\n${error instanceof Error ? error.message : String(error)}`,
  )
}

/**
 * Made beside and moved into place, so that a killed build leaves the last one as it was.
 * @param {string} name
 * @param {(folder: string) => Promise<unknown>} make
 */
async function replace(name, make) {
  const folder = join(buildFolder, name)
  const making = `${folder}.making-${process.pid}`
  const old = `${folder}.old-${process.pid}`
  try {
    await mkdir(making, { recursive: true })
    await make(making)
    if (existsSync(folder)) await rename(folder, old)
    await rename(making, folder)
  } finally {
    await rm(making, { recursive: true, force: true })
    await rm(old, { recursive: true, force: true })
  }
}

/**
 * The models as resources/models.json lists them, each checked against its hash.
 * @param {string} folder
 */
async function copyModels(folder) {
  const list = join(checkout, 'resources', 'models.json')
  /** @type {{ file: string, from: string, sha256: string }[]} */
  const models = JSON.parse(await readFile(list, 'utf8'))
  for (const { file, from, sha256 } of models) {
    const bytes = await readFile(join(checkout, 'node_modules', from))
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
      throw new Stop(
        `${from} is not the model that resources/models.json names. Run npm ci, or correct the list after trying the new model.`,
      )
    }
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), bytes)
  }
  await cp(list, join(folder, 'models.json'))
}

/** @param {string} folder */
async function copyFonts(folder) {
  for (const family of fontPackages) {
    const home = join(checkout, 'node_modules', '@expo-google-fonts', family)
    await cp(join(home, 'LICENSE_FONT'), join(folder, `OFL-${family}.txt`))
    for (const style of readdirSync(home, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
      const fonts = readdirSync(join(home, style.name)).filter((name) => name.endsWith('.ttf'))
      for (const font of fonts) await cp(join(home, style.name, font), join(folder, font))
    }
  }
}

/**
 * Changes with every file's name, size and time.
 * @param {string[]} places
 */
function stateOf(places) {
  const hash = createHash('sha256')
  const walk = (/** @type {string} */ place) => {
    const facts = statSync(place)
    if (!facts.isDirectory()) {
      hash.update(`${relative(checkout, place)}\n${facts.size}\n${facts.mtimeMs}\n`)
      return
    }
    for (const name of readdirSync(place).sort()) walk(join(place, name))
  }
  for (const place of places) walk(join(checkout, place))
  return hash.digest('hex')
}
