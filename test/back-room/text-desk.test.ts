// The texts of the letters on a real database: every version kept, a wrong one never used, and each letter says which it was made from.
import { expect, it } from 'vitest'
import type { TextDesk } from '../../main/notices/text-desk.ts'
import { letterLanguages, letterTexts, noInputs } from '../../shared/letters.ts'
import { person } from './desk-fixture.ts'
import { faultOf, type LettersDesk } from './letters-desk.ts'
import { deskOfEachTest } from './letters-hooks.ts'

const administrator = person(['administrator'])
const receipt = { text: 'receipt', language: 'ja' } as const
let desk: LettersDesk
let texts: TextDesk

deskOfEachTest((made) => {
  desk = made
  ;({ texts } = desk.notices)
})

/** The shipped text with a sentence of the company's own before its first paragraph. */
async function withSentence(sentence: string): Promise<string> {
  const { body } = await texts.get(receipt)
  const lines = body.split('\n')
  return [...lines.slice(0, 1), '', sentence, ...lines.slice(1)].join('\n')
}

function change(seen: number, body: string | null) {
  return texts.change({ ...receipt, seen, body }, administrator)
}

it('begins with the shipped texts, in every language', async () => {
  const { texts: all } = await texts.list()
  expect(all).toHaveLength(letterTexts.length * letterLanguages.length)
  expect(all.every(({ version, isShipped }) => version === 0 && isShipped)).toBe(true)
  expect(await texts.get(receipt)).toMatchObject({ version: 0, history: [] })
})

it('keeps each version and who wrote it, and goes back to the shipped text by a further one', async () => {
  const { shipped } = await texts.get(receipt)
  const [first, second] = [await withSentence('一通目の文です。'), await withSentence('二通目の文です。')]
  await change(0, first)
  await change(1, second)
  const back = await change(2, null)
  expect(back).toMatchObject({ version: 3, body: shipped })
  expect(back.history.map(({ version, body, isShipped }) => ({ version, body, isShipped }))).toEqual([
    { version: 3, body: shipped, isShipped: true },
    { version: 2, body: second, isShipped: false },
    { version: 1, body: first, isShipped: false },
  ])
  expect(back.history.every(({ changedBy }) => changedBy !== '')).toBe(true)
  expect((await desk.audit.entriesOf('letter-text-changed')).map(({ detail }) => detail)).toEqual([
    { text: 'receipt', language: 'ja', version: 1, shipped: 'no' },
    { text: 'receipt', language: 'ja', version: 2, shipped: 'no' },
    { text: 'receipt', language: 'ja', version: 3, shipped: 'yes' },
  ])
})

it('does not write over what somebody else wrote meanwhile', async () => {
  await change(0, await withSentence('先に書いた文です。'))
  const late = change(0, await withSentence('後から書いた文です。'))
  expect((await faultOf(late)).code).toBe('changed-meanwhile')
  expect((await texts.get(receipt)).body).toContain('先に書いた文です。')
})

it.each([
  ['{{ requester.birthday }} に承りました。', 'unknown-placeholder'],
  ['{% if hasText %}閉じない', 'syntax'],
  ['手数料をお送りください。', 'fee-text'],
  ['承りました😀', 'missing-glyph'],
])('refuses «%s» by name and line, and keeps the text of before', async (sentence, because) => {
  const body = await withSentence(sentence)
  expect(await faultOf(change(0, body))).toMatchObject({ code: 'letter-text', detail: { because, text: 'receipt' } })
  expect(await texts.preview({ ...receipt, body, page: 1, longSidePx: 400 })).toMatchObject({ kind: 'wrong', because })
  expect(await texts.get(receipt)).toMatchObject({ version: 0, history: [] })
  expect(await desk.audit.entriesOf('letter-text-changed')).toEqual([])
})

it('is in the next letter, which says the version it was made from; one made before stays as it is', async () => {
  const { caseId, notice: before } = await desk.make({ kind: 'receipt' })
  desk.clock.move(60)
  await change(0, await withSentence('新しい文です。'))
  const after = await desk.notices.make({ caseId, kind: 'receipt', inputs: noInputs }, desk.clerk)
  expect([before.textVersion, after.textVersion]).toEqual([0, 1])
  expect(desk.documents.at(0)).not.toContain('新しい文です。')
  expect(desk.documents.at(-1)).toContain('新しい文です。')
  expect((await desk.notices.ofCase(caseId)).map(({ id, sha256 }) => ({ id, sha256 }))).toEqual([
    { id: before.id, sha256: before.sha256 },
    { id: after.id, sha256: after.sha256 },
  ])
})
