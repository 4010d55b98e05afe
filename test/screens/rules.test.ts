// What the rules' screen tells at first sight: the policy's gaps, the yearly review when it is due, and nothing of it before.
import { createElement } from 'react'
import { expect, test } from 'vitest'
import { Rules } from '../../renderer/screens/rules/rules.tsx'
import { words } from '../../renderer/words/index.ts'
import { idDocumentOn, shippedVersions, type DatedVersion } from '../../shared/rules/dated/index.ts'
import { answered, seen } from './stand.ts'

const shown = (versions: DatedVersion[]) =>
  seen(createElement(Rules), [answered('rules.list', {}, { versions, names: [] })])

test('the documents on which policy and law have parted are named', async () => {
  const markup = await shown([...shippedVersions])
  expect(markup).toContain(words.ja.rules.gapsTitle)
  for (const kind of ['insurance-card', 'juki-card', 'individual-number-card', 'residence-card'] as const) {
    expect(markup).toContain(words.ja.rules.idKind[kind])
  }
})

test('the yearly review is a task once a year has passed', async () => {
  const due = words.ja.rules.reviewTitle.replace('{{n}}', '1')
  expect(await shown([...shippedVersions])).not.toContain(due)
  const licence = idDocumentOn(shippedVersions, 'licence', '2026-11-24')
  if (licence === null) throw new Error('The app ships no rule for licences.')
  const old = [...shippedVersions.filter(({ id }) => id !== licence.id), { ...licence, checkedOn: '2025-11-24' }]
  expect(await shown(old)).toContain(due)
})
