// Sees to node_modules: exactly what package-lock.json says, with no install script run but the one that is needed.
import { existsSync, readFileSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cacheFolder, checkout } from './places.mjs'
import { npm, run } from './programs.mjs'
import { say, Stop } from './say.mjs'
import { seeToCompiler } from './system-packages.mjs'

const modulesFolder = join(checkout, 'node_modules')
const require = createRequire(join(checkout, 'package.json'))

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }} Locked */

export async function seeToModules() {
  if (!modulesMatchLock()) await installModules()
  if (!sqliteLoads()) await buildSqlite()
}

/**
 * npm writes its own list of what it put there as the last act of an install, so a killed one has none.
 * Optional packages of other platforms may be absent.
 */
function modulesMatchLock() {
  const here = join(modulesFolder, '.package-lock.json')
  if (!existsSync(here)) return false
  const locked = packagesIn(join(checkout, 'package-lock.json'))
  const present = packagesIn(here)
  return Object.entries(locked).every(([place, wanted]) => {
    if (place === '') return true
    const found = present[place]
    if (found === undefined) return wanted.optional === true || wanted.devOptional === true
    return found.version === wanted.version && found.integrity === wanted.integrity
  })
}

/**
 * @param {string} file
 * @returns {Record<string, Locked>}
 */
function packagesIn(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

async function installModules() {
  say('The packages this project is built from are being installed; that takes a minute or two.')
  // onnxruntime-node's script fetches libraries for graphics cards from elsewhere and fails the whole install where it cannot.
  const ended = await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { output: 'kept' })
  if (ended.code === 0) return
  const advice = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i.test(ended.output)
    ? 'The npm registry cannot be reached. Check the connection, the proxy and the registry address (npm ping), then run the same command again.'
    : /ENOSPC/.test(ended.output)
      ? 'The disk is full. Free about 3 GB and run the same command again.'
      : /EACCES|EPERM|EROFS/.test(ended.output)
        ? `This user may not write to ${modulesFolder}. Remove that folder as its owner, then run the same command again.`
        : 'Run the same command again; when it stays like this, the lines above say what npm found wrong.'
  throw new Stop(`The packages could not be installed:\n${ended.output.trim()}\n${advice}`)
}

function sqliteLoads() {
  try {
    return Boolean(require('sqlite3'))
  } catch {
    return false
  }
}

/** SQLite speaks Node-API, so one build serves this Node and Electron; it is kept for the next clone. */
async function buildSqlite() {
  const home = join(modulesFolder, 'sqlite3')
  const built = join(home, 'build', 'Release', 'node_sqlite3.node')
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
  const kept = join(cacheFolder(), `sqlite3-${version}-${process.platform}-${process.arch}.node`)
  if (existsSync(kept)) {
    await put(kept, built)
    if (sqliteLoads()) return
  }

  const ready = await run(process.execPath, [join(modulesFolder, 'prebuild-install', 'bin.js'), '-r', 'napi'], {
    cwd: home,
    output: 'kept',
    limitMs: 60_000,
  })
  if (ready.code === 0 && sqliteLoads()) return

  await seeToCompiler()
  say('The database is being compiled, because no ready build of it can be reached; that takes about two minutes.')
  // Elsewhere, because make cannot cope with spaces in the checkout's path.
  const making = await mkdtemp(join(tmpdir(), 'privacy-desk-sqlite3-'))
  try {
    await cp(home, join(making, 'node_modules', 'sqlite3'), { recursive: true })
    await cp(join(modulesFolder, 'node-addon-api'), join(making, 'node_modules', 'node-addon-api'), { recursive: true })
    await symlink(join(modulesFolder, 'tar'), join(making, 'node_modules', 'tar'), 'junction')
    const cwd = join(making, 'node_modules', 'sqlite3')
    const compiler = join(modulesFolder, 'node-gyp', 'bin', 'node-gyp.js')
    const ended = await run(process.execPath, [compiler, 'rebuild', ...headers()], { cwd, output: 'kept' })
    const made = join(cwd, 'build', 'Release', 'node_sqlite3.node')
    if (ended.code !== 0 || !existsSync(made)) {
      throw new Stop(
        `The database could not be compiled:\n${ended.output.trim().split('\n').slice(-25).join('\n')}\n` +
          'A C++ compiler, make, Python 3 and the headers of this Node are needed (the archive of nodejs.org has them). Then run the same command again.',
      )
    }
    await put(made, built)
    await put(made, kept)
  } finally {
    await rm(making, { recursive: true, force: true })
  }
  if (!sqliteLoads())
    throw new Stop(
      'The database was compiled but does not load in this Node. Use the Node that compiled it, or remove node_modules and run the same command again.',
    )
}

/**
 * Whole or not at all.
 * @param {string} from
 * @param {string} to
 */
async function put(from, to) {
  const partly = `${to}.${process.pid}`
  await mkdir(dirname(to), { recursive: true })
  await cp(from, partly)
  await rename(partly, to)
}

/** The headers beside this Node, so that nothing has to be fetched for them. */
function headers() {
  const prefix = dirname(dirname(process.execPath))
  return existsSync(join(prefix, 'include', 'node', 'node_api.h')) ? [`--nodedir=${prefix}`] : []
}
