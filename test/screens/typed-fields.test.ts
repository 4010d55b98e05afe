// A field of a limited length: what was pasted is kept, and the reader is told how much of it is too much.
import { createElement } from 'react'
import { expect, test } from 'vitest'
import { LineField, LinesField, SecretField } from '../../renderer/parts/typed-fields.tsx'
import { words } from '../../renderer/words/index.ts'
import { seen } from './stand.ts'

const change = () => undefined
const pasted = '長い文章'.repeat(3)
const sentence = words.ja.common.tooLong.replace('{{n}}', '2').replace('{{most}}', '10')

test.each([
  ['of one line', createElement(LineField, { label: '備考', value: pasted, most: 10, onChange: change })],
  ['of several lines', createElement(LinesField, { label: '備考', value: pasted, most: 10, onChange: change })],
  ['for a secret', createElement(SecretField, { label: '備考', value: pasted, most: 10, onChange: change })],
])('%s', async (_, field) => {
  const markup = await seen(field, [])
  expect(markup).toContain(pasted)
  expect(markup).toContain(sentence)
  expect(markup).not.toContain('maxlength')
})

test('says nothing while the text fits', async () => {
  const field = createElement(LinesField, { label: '備考', value: pasted, most: 12, onChange: change })
  expect(await seen(field, [])).not.toContain(words.ja.common.tooLong.split('{{n}}')[1] ?? '?')
})
