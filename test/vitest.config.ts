// How the tests run: rules and the back room file beside file, one for each core; journeys one at a time, each with an Electron of its own.
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const minuteMs = 60_000

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  cacheDir: fileURLToPath(new URL('../node_modules/.vite', import.meta.url)),
  test: {
    // A test that somebody left alone or switched off must not pass for a whole run.
    allowOnly: false,
    reporters: ['default', fileURLToPath(new URL('tally.ts', import.meta.url))],
    pool: 'forks',
    // Unless told, one core stays idle. Of two cores that is half of the time.
    maxWorkers: availableParallelism(),
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          include: ['test/*.test.ts', 'test/rules/**/*.test.ts', 'test/screens/**/*.test.ts'],
          testTimeout: minuteMs / 4,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'back room',
          include: ['test/back-room/**/*.test.ts', 'test/specimens/**/*.test.ts'],
          testTimeout: 2 * minuteMs,
          hookTimeout: 2 * minuteMs,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          testTimeout: 5 * minuteMs,
          hookTimeout: 2 * minuteMs,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
