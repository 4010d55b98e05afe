// What this PC remembers for itself: window place, language, which folder is watched. Never personal data.
import type { Rectangle } from 'electron'
import Store from 'electron-store'
import { z } from 'zod'
import { defaultPreferences, preferencesSchema } from '../../shared/settings.ts'
import type { Surroundings } from '../surroundings.ts'

const placeSchema = z.object({ x: z.number(), y: z.number(), width: z.number().min(400), height: z.number().min(300) })
const storedSchema = z.object({
  language: preferencesSchema.shape.language.catch(defaultPreferences.language),
  reminders: preferencesSchema.shape.reminders.catch(defaultPreferences.reminders),
  windowPlace: placeSchema.nullable().catch(null),
  watchedFolder: z.string().nullable().catch(null),
})

export type PreferenceStore = Surroundings['preferences'] & {
  windowPlace(): Partial<Rectangle>
  rememberWindowPlace(place: Rectangle): void
}

/** A damaged or hand-edited file falls back, value by value, to the defaults. */
export function openPreferences(dataFolder: string): PreferenceStore {
  const store = new Store({ cwd: dataFolder, name: 'preferences', clearInvalidConfig: true })
  const read = (): z.infer<typeof storedSchema> =>
    storedSchema.parse({ ...defaultPreferences, windowPlace: null, watchedFolder: null, ...store.store })
  return {
    get: () => preferencesSchema.parse(read()),
    set: (preferences) => store.set(preferences),
    watchedFolder: () => read().watchedFolder,
    setWatchedFolder: (folder) => store.set('watchedFolder', folder),
    windowPlace: () => read().windowPlace ?? { width: 1280, height: 800 },
    rememberWindowPlace: (place) => store.set('windowPlace', place),
  }
}
