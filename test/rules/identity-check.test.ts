// What the comparison of ID and form amounts to, under the rules that hold today.
import { expect, it } from 'vitest'
import { idDocumentOn, shippedVersions } from '../../shared/rules/dated/index.ts'
import { idKinds, type IdKind } from '../../shared/rules/dated/id-documents.ts'
import { assessIdentity, type SeenCopy } from '../../shared/rules/identity-check.ts'
import { likenessOf } from '../../shared/rules/similar-cases.ts'

const on = '2026-11-24'
const written = { name: '髙橋 花子', address: '東京都渋谷区渋谷一丁目2番3号' }
const good: SeenCopy = {
  presented: {
    expiresOn: '2028-01-01',
    issuedOn: '2026-11-01',
    showsAddress: true,
    hasAllSides: true,
    hasSecondDocument: false,
  },
  isLegible: true,
  showsForbiddenField: false,
  onId: written,
  onForm: written,
  accepted: [],
}
const needsOf = (over: Partial<SeenCopy>, kind: IdKind = 'licence') =>
  assessIdentity(idDocumentOn(shippedVersions, kind, on)?.content ?? null, { ...good, ...over }, on).needs

it.each([
  [{}, []],
  [{ onId: { ...written, name: '高橋花子' } }, []],
  [{ onId: { ...written, address: '渋谷区渋谷1-2-3' } }, []],
  [{ onId: { ...written, name: '高橋 太郎' } }, ['id-name-differs']],
  [{ onId: { ...written, address: '東京都渋谷区渋谷1-2-4' } }, ['id-address-differs']],
  [{ onId: { ...written, name: '佐藤 花子' }, accepted: ['id-name-differs'] }, []],
  [{ presented: { ...good.presented, expiresOn: '2026-11-23' } }, ['id-expired']],
  [{ presented: { ...good.presented, hasAllSides: false } }, ['id-side-missing']],
  [{ presented: { ...good.presented, showsAddress: false } }, ['id-address-missing']],
  [{ isLegible: false, showsForbiddenField: true }, ['id-illegible', 'id-forbidden-field']],
] as const)('a licence with %j needs %j', (over, needs) => expect(needsOf(over)).toEqual(needs))

it.each(['insurance-card', 'juki-card'] as const)('%s is dead and never enough', (kind) => {
  expect(needsOf({}, kind)).toContain('id-not-accepted')
})

it('verifies nobody whose name or address differs, with any document, unless a person accepts it', () => {
  for (const kind of idKinds) {
    expect(needsOf({ onId: { ...written, name: '佐藤 太郎' } }, kind)).not.toEqual([])
    expect(needsOf({ onId: { ...written, address: '大阪府堺市堺区南瓦町3番1号' } }, kind)).not.toEqual([])
  }
})

it('accepts nothing for which the desk has no rule', () => {
  expect(assessIdentity(null, good, on).needs).toEqual(['id-not-accepted'])
})

it.each([
  [{ name: '高橋花子', address: '渋谷区渋谷1-2-3' }, 'name-and-address'],
  [{ name: '高橋 花子', address: '大阪府堺市堺区南瓦町3番1号' }, 'name-alone'],
  [{ name: '高橋 太郎', address: written.address }, null],
] as const)('%j is like 髙橋 花子 by %s', (other, likeness) => expect(likenessOf(written, other)).toBe(likeness))
