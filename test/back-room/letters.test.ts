// Every letter in both languages, filled with a specimen: its words as they stand in letters/, and what it may never say.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { composeLetter } from '../../main/notices/compose.ts'
import { specimenFacts } from '../../main/notices/specimen.ts'
import { tryText } from '../../main/notices/text-check.ts'
import type { LetterFacts } from '../../main/notices/values.ts'
import type { Papers } from '../../main/paper/index.ts'
import { requestKinds, type RequestKind } from '../../shared/cases.ts'
import { listPlaceholders, placeholdersOf } from '../../shared/letter-placeholders.ts'
import {
  letterKinds,
  letterLanguages,
  letters,
  letterTexts,
  type LetterKind,
  type LetterLanguage,
  type LetterText,
} from '../../shared/letters.ts'
import { shippedVersions } from '../../shared/rules/dated/index.ts'
import { defaultDeskSettings } from '../../shared/settings.ts'
import { papers } from './papers-fixture.ts'

const golden = fileURLToPath(new URL('letters', import.meta.url))
const today = '2026-11-24'
let filled: Papers

beforeAll(async () => {
  filled = await papers()
})

const every = letterLanguages.flatMap((language) =>
  letterKinds
    .filter((kind) => letters[kind].lanes.includes(language === 'en' ? 'eu' : 'post'))
    .map((kind) => ({ language, kind })),
)

function specimen(
  kind: LetterKind,
  request: RequestKind,
  language: LetterLanguage,
  inputs: 'all' | 'needed',
): LetterFacts {
  return specimenFacts(kind, request, language, {
    settings: defaultDeskSettings,
    today,
    inputs,
    desk: '12345',
    versions: shippedVersions,
  })
}

/** The letter as a reader reads it: a line per line, without styles. */
async function wordsOf(facts: LetterFacts, language: LetterLanguage): Promise<string> {
  const letter = await composeLetter(facts, (text) => filled.shippedText(text, language), filled)
  const html = await letter.html(letter.sheetCount)
  return html
    .replace(/<svg.*?<\/svg>|<style>.*?<\/style>|<title>.*?<\/title>/gs, '')
    .replace(/<\/t[hd]><t[hd]>/g, '　｜　')
    .replace(/<\/(?:div|p|h1|h2|dt|tr|dd)>|<br>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&lt;/g, '<')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}

/** Its text alone, as mark-up: many letters in no time. */
async function sheetsOf(facts: LetterFacts, language: LetterLanguage): Promise<string> {
  const letter = await composeLetter(facts, (text) => filled.shippedText(text, language), filled)
  return letter.sheets.join('\n')
}

describe.each(every)('$language $kind', ({ language, kind }) => {
  const [first] = letters[kind].requests
  if (first === undefined) throw new Error('A letter is for no request.')

  it('says what it is meant to say', async () => {
    const words = await wordsOf(specimen(kind, first, language, 'all'), language)
    await expect(`${words}\n`).toMatchFileSnapshot(join(golden, `${language}-${kind}.txt`))
  })

  it('can be written for every request that it is for, with and without what need not be typed', async () => {
    for (const request of letters[kind].requests) {
      for (const inputs of ['all', 'needed'] as const) {
        const words = await sheetsOf(specimen(kind, request, language, inputs), language)
        expect(words).not.toMatch(/\{\{|\{%|undefined|null|NaN|\[object/)
      }
    }
  })

  it('speaks of a fee at a request for disclosure alone', async () => {
    for (const request of letters[kind].requests.filter((one) => one !== 'disclosure')) {
      const words = await sheetsOf(specimen(kind, request, language, 'all'), language)
      expect(words).not.toMatch(/手数料|小為替|1,000|\bfee\b|money order/)
    }
  })
})

it('the form and its dispatch name the fee for 開示', async () => {
  const words = await wordsOf(specimen('form-dispatch', 'disclosure', 'ja', 'all'), 'ja')
  expect(words.match(/手数料　1,000円/g)).toHaveLength(2)
  expect(words).toContain('何も記入せずに')
})

it.each(requestKinds.filter((kind) => letters['form-dispatch'].requests.includes(kind)))(
  'the form for %s has a title and a place of its own to fill in',
  async (request) => {
    const words = await wordsOf(specimen('form-dispatch', request, 'ja', 'all'), 'ja')
    const asked = words.slice(words.indexOf('２　ご請求の内容'), words.indexOf('３　代理人の方が'))
    expect(asked.split('\n').length).toBeGreaterThan(3)
    expect(words).toContain('申請書\n株式会社見本')
    const form = words.slice(words.lastIndexOf('申請書\n株式会社見本'))
    await expect(`${form}\n`).toMatchFileSnapshot(join(golden, `ja-application-form-${request}.txt`))
    for (const part of [
      'お名前（自署）',
      '本籍の欄を白い紙や付箋で覆ってから',
      '運転免許証',
      '裏面(個人番号の面)の写しは',
    ]) {
      expect(words).toContain(part)
    }
  },
)

it('values hold marks, mark-up and placeholders without becoming any', async () => {
  const facts = specimen('inquiry-answer', 'complaint', 'ja', 'all')
  const text = '# 見出し\n| 表 | 表\n**太字** <b>&amp; {{ number }} {% if %}\n===\n>> 右'
  const words = await wordsOf({ ...facts, inputs: { ...facts.inputs, text } }, 'ja')
  expect(words).toContain(text)
})

it('agreed characters stand in the address, the text and the data sheet', async () => {
  const facts = specimen('disclosure-answer', 'disclosure', 'ja', 'all')
  const requester = { ...facts.to.requester, name: '𠮷野 花子' }
  const inputs = { ...facts.inputs, text: '𠮷', sheet: [{ item: '氏名', content: '𠮷野' }] }
  await expect(
    wordsOf({ ...facts, to: { ...facts.to, requester }, recipient: requester, inputs }, 'ja'),
  ).rejects.toMatchObject({
    code: 'missing-glyph',
    detail: { characters: '𠮷' },
  })
  const agreed = { ...inputs, substitutions: [{ from: '𠮷', to: '吉' }] }
  const words = await wordsOf({ ...facts, to: { ...facts.to, requester }, recipient: requester, inputs: agreed }, 'ja')
  expect(words).toContain('吉野　花子　様')
  expect(words).toContain('吉野')
  expect(words).not.toContain('𠮷')
})

it('a text may name what it is told it may name, and nothing else', async () => {
  for (const text of letterTexts) {
    const body = await filled.shippedText(text, 'ja')
    const named = [...body.matchAll(/\{[{%][^}]*?(?:if|in|case|\{)\s+([a-zA-Z.]+)/g)].map(([, name]) => name ?? '')
    const own = new Set(Object.values(listPlaceholders).flat())
    const allowed: readonly string[] = placeholdersOf(text)
    expect(named.filter((name) => !own.has(name) && !allowed.includes(name))).toEqual([])
  }
})

describe('a text that is tried out', () => {
  const tried = async (text: LetterText, change: (body: string) => string) =>
    tryText(
      {
        text,
        language: 'ja',
        body: change(await filled.shippedText(text, 'ja')),
        bodyOf: (other) => filled.shippedText(other, 'ja'),
        facts: { settings: defaultDeskSettings, today, desk: '12345', versions: shippedVersions },
      },
      filled,
    )

  it.each(letterTexts)('%s is good as it is shipped', async (text) => {
    const outcome = await tried(text, (body) => body)
    expect(outcome).toMatchObject(text === 'gdpr-extension' ? { because: 'no-language' } : { kind: 'good' })
  })

  it.each([
    ['an unknown placeholder', '{{ mattre }}', { because: 'unknown-placeholder', placeholder: 'mattre', line: 2 }],
    ['an internal note', '{{ note }}', { because: 'unknown-placeholder', placeholder: 'note', line: 2 }],
    ['what no letter can reach', '{{ to.slot }}', { because: 'unknown-placeholder', line: 2 }],
    ['an inherited property', '{{ matter.constructor }}', { because: 'unknown-placeholder', line: 2 }],
    ['a placeholder that may be empty', '{{ text }}', { because: 'unknown-placeholder', placeholder: 'text', line: 2 }],
    ['a whole group', '{{ sender }}', { because: 'empty-placeholder', placeholder: 'sender', line: 2 }],
    ['a tag that is not closed', '{% if hasText %}', { because: 'syntax' }],
    ['a tag that reads files', "{% include 'refusal' %}", { because: 'syntax', line: 2 }],
    ['a filter', '{{ matter | raw }}', { because: 'syntax', line: 2 }],
    ['a character that the typeface lacks', '😀', { because: 'missing-glyph', placeholder: '😀' }],
    ['a fee at other requests', '手数料は無料です。', { because: 'fee-text' }],
    ['a text that grows without end', '{% for n in (1..90000) %}とても長い{% endfor %}', { because: 'too-long' }],
    ['a count that nobody lives to see', '{% for n in (1..999999999) %}あ{% endfor %}', { because: 'too-long' }],
    [
      'rounds within rounds',
      '{% for n in (1..9000) %}{% for m in (1..9000) %}{% if m == 0 %}あ{% endif %}{% endfor %}{% endfor %}',
      { because: 'too-long' },
    ],
  ])('%s is named', async (_, line, wrong) => {
    const outcome = await tried('receipt', (body) => body.replace('\n', `\n${line}\n`).replace('\n\n', '\n'))
    expect(outcome).toMatchObject({ kind: 'wrong', ...wrong })
  })

  it('may change its words', async () => {
    expect(await tried('receipt', (body) => body.replace('拝啓', '前略'))).toMatchObject({ kind: 'good' })
  })
})
