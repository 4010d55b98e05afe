// What the letters' settings first show: every text by name, the chosen one to be written, and what it may name.
import { createElement } from 'react'
import { expect, test } from 'vitest'
import { Letters } from '../../renderer/screens/letters/letters.tsx'
import { words } from '../../renderer/words/index.ts'
import { letterLanguages, letterTexts } from '../../shared/letters.ts'
import { placeholdersOf } from '../../shared/letter-placeholders.ts'
import { defaultDeskSettings } from '../../shared/settings.ts'
import { answered, seen } from './stand.ts'

const w = words.ja.letters
const body = '# 申請書のご送付について\n\n拝啓'

test('the texts, the first of them open, with its placeholders and their meaning', async () => {
  const markup = await seen(createElement(Letters), [
    answered('settings.desk', {}, defaultDeskSettings),
    answered(
      'letterTexts.list',
      {},
      {
        texts: letterTexts.flatMap((text) =>
          letterLanguages.map((language) => ({ text, language, version: 0, isShipped: text !== 'refusal' })),
        ),
      },
    ),
    answered(
      'letterTexts.get',
      { text: 'form-dispatch', language: 'ja' },
      { text: 'form-dispatch', language: 'ja', version: 0, body, shipped: body, history: [] },
    ),
  ])
  for (const text of letterTexts) expect(markup).toContain(w.name[text])
  expect(markup.split(w.changed)).toHaveLength(2)
  expect(markup).toContain(body)
  for (const placeholder of placeholdersOf('form-dispatch')) {
    expect(markup).toContain(`aria-label="${placeholder}: `)
  }
  expect(markup).not.toContain('letters.meaning')
})
