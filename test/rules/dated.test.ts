// The dated tables: which rule holds on a day, at the days on which the law changed; the yearly review; the policy's gaps.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { requestKinds } from '../../shared/cases.ts'
import { addDays } from '../../shared/rules/calendar.ts'
import { articlesOfKind, quoted } from '../../shared/rules/dated/articles.ts'
import {
  idKinds,
  idKindsOf,
  objectionsTo,
  passportKind,
  type IdDocument,
  type PresentedId,
} from '../../shared/rules/dated/id-documents.ts'
import {
  articleOn,
  datedVersionSchema,
  entriesOf,
  idDocumentOn,
  inForceOn,
  policyGaps,
  refusalOn,
  reviewDue,
  shippedVersions,
  datedTables,
  type DatedVersion,
} from '../../shared/rules/dated/index.ts'
import { documentKinds } from '../../shared/screening.ts'
import { anyDate } from './dates.ts'

const today = '2026-11-24'

function ruleOf(kind: (typeof idKinds)[number], on: string): IdDocument {
  const version = idDocumentOn(shippedVersions, kind, on)
  if (version === null) throw new Error(`no rule for ${kind} on ${on}`)
  return version.content
}

describe('what is shipped', () => {
  it('has a rule in force today for every entry, and every version is well formed and listed once', () => {
    for (const version of shippedVersions) expect(datedVersionSchema.parse(version)).toEqual(version)
    expect(new Set(shippedVersions.map(({ id }) => id)).size).toBe(shippedVersions.length)
    const inForce = inForceOn(shippedVersions, today)
    expect(inForce.map(({ entry }) => entry)).toEqual(datedTables.flatMap((table) => entriesOf(table)))
  })

  it('has articles for every kind of request and every refusal', () => {
    for (const kind of requestKinds) {
      for (const id of articlesOfKind[kind]) expect(articleOn(shippedVersions, id, today)).not.toBeNull()
    }
    for (const { content } of inForceOn(shippedVersions, today).filter((version) => version.table === 'refusals')) {
      for (const id of content.articles) expect(articleOn(shippedVersions, id, today)).not.toBeNull()
    }
  })
})

describe('an article', () => {
  it.each([
    ['disclosure', '2022-03-31', '個人情報の保護に関する法律第28条第1項'],
    ['disclosure', '2022-04-01', '個人情報の保護に関する法律第33条第1項'],
    ['correction', '2026-11-24', '個人情報の保護に関する法律第34条第1項'],
    ['suspension', '2026-11-24', '個人情報の保護に関する法律第35条第1項'],
    ['prior-claim', '2022-03-31', '個人情報の保護に関する法律第34条'],
    ['prior-claim', '2022-04-01', '個人情報の保護に関する法律第39条'],
  ] as const)('%s on %s is %s', (id, on, text) => {
    const version = articleOn(shippedVersions, id, on)
    expect(version === null ? null : quoted(version.content)).toBe(text)
  })

  it('is none before the law knew it', () => {
    expect(articleOn(shippedVersions, 'third-party-records', '2022-03-31')).toBeNull()
  })

  it('says whether anybody confirmed it', () => {
    expect(articleOn(shippedVersions, 'disclosure', today)?.confirmed).toBe(true)
    expect(articleOn(shippedVersions, 'gdpr-answer', today)?.confirmed).toBe(false)
  })
})

describe('an ID document', () => {
  it.each([
    ['insurance-card', '2025-12-01', 'alone'],
    ['insurance-card', '2025-12-02', 'no'],
    ['juki-card', '2025-12-28', 'alone'],
    ['juki-card', '2025-12-29', 'no'],
    ['licence', today, 'alone'],
    ['passport-with-address', today, 'alone'],
    ['passport-without-address', today, 'with-second'],
    ['eligibility-certificate', today, 'with-second'],
    ['individual-number-card', today, 'alone'],
    ['residence-card', today, 'alone'],
  ] as const)('%s on %s: accepted %s', (kind, on, accepted) => {
    expect(ruleOf(kind, on).accepted).toBe(accepted)
  })

  it('of passports is split by the day of application', () => {
    expect(passportKind('2020-02-03')).toBe('passport-with-address')
    expect(passportKind('2020-02-04')).toBe('passport-without-address')
  })

  it('may be what a scanned page is, for every kind of page that is an ID', () => {
    const reachable = documentKinds.flatMap((kind) => idKindsOf[kind])
    expect([...new Set(reachable)].sort()).toEqual([...idKinds].sort())
  })

  const whole: PresentedId = {
    expiresOn: '2030-01-31',
    issuedOn: '2026-10-01',
    showsAddress: true,
    hasAllSides: true,
    hasSecondDocument: false,
  }
  it.each([
    ['licence', {}, []],
    ['licence', { expiresOn: today }, []],
    ['licence', { expiresOn: '2026-11-23' }, ['expired']],
    ['licence', { expiresOn: null }, ['expiry-unknown']],
    ['licence', { hasAllSides: false }, ['sides-missing']],
    ['insurance-card', {}, ['not-accepted']],
    ['juki-card', { expiresOn: '2030-01-31' }, ['not-accepted']],
    ['passport-with-address', { showsAddress: false }, ['address-missing']],
    ['passport-without-address', { showsAddress: false }, ['second-document-needed']],
    ['passport-without-address', { showsAddress: false, hasSecondDocument: true }, []],
    ['eligibility-certificate', { showsAddress: false }, ['second-document-needed', 'address-missing']],
    ['eligibility-certificate', { showsAddress: false, hasSecondDocument: true }, []],
    ['juminhyo', { expiresOn: null, issuedOn: '2026-08-24' }, []],
    ['juminhyo', { expiresOn: null, issuedOn: '2026-08-23' }, ['too-old']],
    ['juminhyo', { expiresOn: null, issuedOn: null }, ['issue-date-unknown']],
  ] as const)('%s with %o meets %o', (kind, seen, objections) => {
    expect(objectionsTo(ruleOf(kind, today), { ...whole, ...seen }, today)).toEqual(objections)
  })
})

describe('a refusal', () => {
  it('gives each of the seven reasons its text', () => {
    expect(refusalOn(shippedVersions, 'not-retained-data', today)?.content.requesterText).toContain('保有個人データ')
  })
})

describe("the desk's own version", () => {
  const shipped = idDocumentOn(shippedVersions, 'juminhyo', today)
  const own = (validFrom: string, freshMonths: number, withdrawnAt: string | null = null): DatedVersion => {
    if (shipped === null) throw new Error('nothing shipped')
    return {
      ...shipped,
      id: `own-${validFrom}-${freshMonths}`,
      validFrom,
      content: { ...shipped.content, freshMonths },
      origin: { kind: 'desk', recordedAt: '2026-11-24T01:00:00.000Z', recordedBy: 'p1', withdrawnAt },
    }
  }
  const monthsOn = (versions: readonly DatedVersion[], on: string) =>
    idDocumentOn([...shippedVersions, ...versions], 'juminhyo', on)?.content.freshMonths

  it('holds from its day on and leaves the days before as they were', () => {
    const versions = [own('2027-04-01', 6)]
    expect(monthsOn(versions, '2027-03-31')).toBe(3)
    expect(monthsOn(versions, '2027-04-01')).toBe(6)
  })

  it('gives way to a later one from the same day, and holds on no day once it was taken back', () => {
    expect(monthsOn([own('2027-04-01', 6), own('2027-04-01', 2)], '2027-04-01')).toBe(2)
    expect(monthsOn([own('2027-04-01', 6), own('2027-04-01', 2, '2026-12-01T00:00:00.000Z')], '2027-05-01')).toBe(6)
  })

  it('changes nothing on any day before it, and everything from it on', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 3000 }), (validFrom, days) => {
        const before = addDays(validFrom, -days)
        expect(monthsOn([own(validFrom, 24)], before)).toBe(monthsOn([], before))
        expect(monthsOn([own(validFrom, 24)], addDays(validFrom, days - 1))).toBe(24)
      }),
    )
  })
})

describe('the yearly review', () => {
  it('asks for nothing until a year has passed, and then for every rule in force', () => {
    expect(reviewDue(shippedVersions, '2027-11-23')).toEqual([])
    expect(reviewDue(shippedVersions, '2027-11-24')).toHaveLength(inForceOn(shippedVersions, '2027-11-24').length)
  })
})

describe('the published policy', () => {
  it('names two dead documents and omits living ones', () => {
    expect(policyGaps(shippedVersions, today)).toEqual({
      dead: ['insurance-card', 'juki-card'],
      omitted: ['eligibility-certificate', 'individual-number-card', 'residence-card', 'special-resident-certificate'],
    })
  })

  it('named none that was dead in 2025', () => {
    expect(policyGaps(shippedVersions, '2025-12-01').dead).toEqual([])
  })
})
