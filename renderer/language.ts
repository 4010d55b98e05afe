// Starts i18next with both languages bundled; Japanese until the PC's preference is known.
import dayjs from 'dayjs'
import japanese from 'dayjs/locale/ja.js'
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Preferences } from '../shared/settings.ts'
import { words, type Words } from './words/index.ts'

export type Language = Preferences['language']

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: Words }
  }
}

export async function startLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'ja',
    resources: { ja: { translation: words.ja }, en: { translation: words.en } },
    interpolation: { escapeValue: false },
  })
  dayjs.locale(japanese)
}

export async function speak(language: Language): Promise<void> {
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
  dayjs.locale(language)
}
