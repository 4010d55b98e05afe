// The clock of the desk: Japan's calendar whatever the PC's time zone; tests of the unpackaged app may set it.
import { app } from 'electron'
import type { Surroundings } from '../surroundings.ts'

const japan = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Tokyo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** `--clock=2026-11-23T00:00:00Z` starts the unpackaged app at that instant and lets it run on; a packaged app ignores it. */
export function openClock(): Pick<Surroundings, 'now' | 'today'> {
  const asked = app.isPackaged ? '' : app.commandLine.getSwitchValue('clock')
  const shiftMs = asked ? Date.parse(asked) - Date.now() : 0
  const date = (): Date => new Date(Date.now() + shiftMs)
  return { now: () => date().toISOString(), today: () => japan.format(date()) }
}
