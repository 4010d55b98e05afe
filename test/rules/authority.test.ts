// Which papers show an agent's authority, for each kind of agent and on which days.
import { expect, it } from 'vitest'
import { agentKinds, authorityGaps } from '../../shared/belongings.ts'
import { authorityGapsOf, type AuthorityDocument } from '../../shared/rules/authority.ts'

const on = '2026-11-24'
const id: AuthorityDocument = { kind: 'agent-id', issuedOn: null }
const letter = (issuedOn: string | null): AuthorityDocument => ({ kind: 'power-of-attorney', issuedOn })
const seal = (issuedOn: string | null): AuthorityDocument => ({ kind: 'seal-certificate', issuedOn })
const register = (issuedOn: string | null): AuthorityDocument => ({ kind: 'family-register', issuedOn })
const guardianship = (issuedOn: string | null): AuthorityDocument => ({ kind: 'guardianship-certificate', issuedOn })

it.each([
  ['appointed', [id, letter('2026-11-01'), seal('2026-10-01')], []],
  ['appointed', [], ['power-of-attorney-missing', 'seal-certificate-missing', 'agent-id-missing']],
  ['appointed', [id, letter(null), seal('2026-10-01')], ['power-of-attorney-undated']],
  ['appointed', [id, letter(null), letter('2026-11-01'), seal('2026-10-01')], []],
  ['appointed', [id, letter('2026-11-01'), seal('2026-08-24')], []],
  ['appointed', [id, letter('2026-11-01'), seal('2026-08-23')], ['seal-certificate-too-old']],
  ['appointed', [id, letter('2026-11-01'), seal(null)], ['seal-certificate-too-old']],
  ['parent', [id, register('2026-11-01')], []],
  ['parent', [id, letter('2026-11-01')], ['family-register-missing']],
  ['parent', [id, register('2025-11-01')], ['family-register-too-old']],
  ['guardian', [id, guardianship('2026-11-01')], []],
  ['guardian', [id, register('2026-11-01')], ['guardianship-certificate-missing']],
] as const)('%s with %j lacks %j', (kind, documents, gaps) => {
  expect(authorityGapsOf(kind, documents, on)).toEqual(gaps)
})

it('finds something missing for every kind that shows nothing', () => {
  for (const kind of agentKinds) {
    const gaps = authorityGapsOf(kind, [], on)
    expect(gaps.length).toBeGreaterThan(1)
    for (const gap of gaps) expect(authorityGaps).toContain(gap)
  }
})
