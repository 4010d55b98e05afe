// Runs the self-check instead of the app: no window, one line of JSON on standard output, an exit code.
import { existsSync, readdirSync } from 'node:fs'
import { app } from 'electron'
import type { SelfCheck } from '../self-check.ts'
import { askedDataFolder } from './data-folder.ts'

const exitCodes = { passed: 0, failed: 1, refused: 2 }

/**
 * True when this run is a self-check. Ends the program with code 2 unless a data folder was named and is empty: a check
 * must never touch a desk, nor leave an administrator that nobody knows where people are about to work.
 * Call before anything is written.
 */
export function isSelfCheck(): boolean {
  if (!app.commandLine.hasSwitch('self-check')) return false
  const folder = askedDataFolder()
  const because =
    folder === null ? 'not-named' : existsSync(folder) && readdirSync(folder).length > 0 ? 'not-empty' : null
  if (because === null) return true
  process.stdout.write(`${JSON.stringify({ ok: false, failedAt: 'data-folder', error: because, steps: [] })}\n`)
  process.exit(exitCodes.refused)
}

/** Runs `check` once Electron is ready, prints its result and ends the program: 0 when all went well, 1 when not. */
export function liveOnce(check: () => Promise<SelfCheck>, leave: () => void): void {
  // The papers' windows come and go; closing one is not the end.
  app.on('window-all-closed', () => {})
  void app
    .whenReady()
    .then(check)
    .catch((error: unknown): SelfCheck => {
      return { ok: false, failedAt: 'start', error: error instanceof Error ? error.name : 'unexpected', steps: [] }
    })
    .then((result) => {
      leave()
      const line = JSON.stringify({ ...result, electron: process.versions.electron, version: app.getVersion() })
      process.stdout.write(`${line}\n`, () => app.exit(result.ok ? exitCodes.passed : exitCodes.failed))
    })
}
