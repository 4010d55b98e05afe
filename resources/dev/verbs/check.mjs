// Looks over the source without running the app: types, lint, formatting, unused code and the arrows between the folders.
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { checkout } from '../places.mjs'
import { run } from '../programs.mjs'
import { say } from '../say.mjs'

const modules = join(checkout, 'node_modules')
const typescript = join(modules, 'typescript', 'bin', 'tsc')

/** @typedef {{ good: string, bad: string, program: string, args: string[] }} Check */

/** @type {Check[]} */
const checks = [
  ...['shared', 'main', 'renderer', 'test', 'test/screens', 'resources/dev'].map((world) => ({
    good: `The types of ${world}/ agree.`,
    bad: `The types of ${world}/ do not agree.`,
    program: typescript,
    args: ['--project', world],
  })),
  {
    good: 'The linter has nothing to say.',
    bad: 'The linter found something.',
    program: join(modules, 'oxlint', 'bin', 'oxlint'),
    args: ['--type-aware', '--deny-warnings'],
  },
  {
    good: 'Every file is formatted.',
    bad: 'Some files are not formatted; `npx oxfmt` does it.',
    program: join(modules, 'oxfmt', 'bin', 'oxfmt'),
    args: ['--check'],
  },
  {
    good: 'Every file, export and package is used.',
    bad: 'Something is not used.',
    program: join(modules, 'knip', 'bin', 'knip.js'),
    args: ['--no-progress'],
  },
  {
    good: 'Every import follows the arrows between the folders.',
    bad: 'The folders are not as they should be.',
    program: join(modules, 'vitest', 'vitest.mjs'),
    args: ['run', '--config', 'test/vitest.config.ts', 'architecture'],
  },
]

export async function check() {
  const waiting = [...checks]
  let failed = 0
  const takeTurns = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const ended = await run(process.execPath, [next.program, ...next.args], {
        output: 'kept',
        env: { NO_COLOR: '1' },
      })
      if (ended.code !== 0) failed += 1
      say(ended.code === 0 ? next.good : `${next.bad}\n${ended.output.trim()}`)
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, takeTurns))
  say(failed === 0 ? 'All is well.' : `${failed} of ${checks.length} checks failed.`)
  return failed === 0 ? 0 : 1
}
