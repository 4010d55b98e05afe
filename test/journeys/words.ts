// The words on the screens, taken from where the screens take them, so that a journey reads what a clerk reads.
import { words } from '../../renderer/words/index.ts'

export const w = words.ja

/** Fills `{{name}}` as i18next does. */
export function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => String(values[name] ?? ''))
}

/** The part of a sentence before its first `{{name}}`: enough to find it on a page. */
export function startOf(sentence: string): string {
  return sentence.split('{{', 1)[0] ?? ''
}
