// The desk's settings: defaults until changed, kept over a restart, a change audited; new settings of a later version stand at their default.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSettings, type Settings } from '../../main/settings/index.ts'
import { defaultDeskSettings, defaultPreferences, type Preferences } from '../../shared/settings.ts'
import { person, tempDesk, type TempDesk } from './desk-fixture.ts'

let desk: TempDesk
let preferences: Preferences
const administrator = person(['administrator'])

function settingsOf(opened: TempDesk): Settings {
  const own = { get: () => preferences, set: (changed: Preferences) => void (preferences = changed) }
  return createSettings({ db: opened.db, audit: opened.audit, preferences: own })
}

beforeEach(async () => {
  preferences = defaultPreferences
  desk = await tempDesk()
})
afterEach(() => desk.remove())

test('are the defaults until an administrator changes them, and then the same after a restart', async () => {
  expect(await settingsOf(desk).desk()).toEqual(defaultDeskSettings)
  const changed = { ...defaultDeskSettings, idleLockMinutes: 3, closingDays: ['08-13'] }
  expect(await settingsOf(desk).changeDesk(changed, administrator)).toEqual(changed)
  await settingsOf(desk).changeDesk(changed, administrator)
  await desk.close()
  desk = await tempDesk({ folder: desk.folder })
  expect(await settingsOf(desk).desk()).toEqual(changed)
  const { entries } = await desk.audit.list({ before: null, limit: 10 })
  expect(entries.map(({ event, actorId }) => [event, actorId])).toEqual(
    [1, 2].map(() => ['settings-changed', administrator.id]),
  )
})

test('that an older version stored lack nothing', async () => {
  await desk.db('desk_settings').insert({ id: 1, content: JSON.stringify({ idleLockMinutes: 7 }) })
  expect(await settingsOf(desk).desk()).toEqual({ ...defaultDeskSettings, idleLockMinutes: 7 })
})

test("preferences are the PC's own", async () => {
  const settings = settingsOf(desk)
  expect(await settings.changePreferences({ language: 'en', reminders: false })).toEqual({
    language: 'en',
    reminders: false,
  })
  expect(await settings.preferences()).toEqual({ language: 'en', reminders: false })
})
