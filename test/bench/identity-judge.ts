// Lays what was read of who somebody is beside the truth, field by field: what is agreed and wrong is what nobody would notice.
import type { IdentityReading, ReadDate, ReadText } from '../../shared/identity.ts'
import { compareAddresses } from '../../shared/rules/identity/compare-addresses.ts'
import { compareNames } from '../../shared/rules/identity/compare-names.ts'
import type { IdentityTruth } from '../specimens/index.ts'

export const identityFields = ['name', 'birth date', 'address', 'issued', 'expires'] as const
export type IdentityField = (typeof identityFields)[number]

/** `doubtful`: right, but the readers do not agree; `wrong`: and the readers do not agree either. */
export const outcomes = ['right', 'doubtful', 'not read', 'wrong', 'wrong but agreed'] as const
export type Outcome = (typeof outcomes)[number]

export interface JudgedField {
  field: IdentityField
  outcome: Outcome
  printed: string | null
  read: string | null
}

/** One entry for each value that is printed or was read. */
export function judgeIdentity(truth: IdentityTruth, reading: IdentityReading): JudgedField[] {
  const persons = Array.from({ length: Math.max(truth.people.length, reading.people.length) }, (_, at) => ({
    printed: truth.people[at],
    read: reading.people[at],
  }))
  return [
    ...persons.flatMap(({ printed, read }) => judged('name', printed?.name ?? null, read?.name ?? null, isSameName)),
    ...persons.flatMap(({ printed, read }) =>
      judgedDate('birth date', printed?.birthDate ?? null, read?.birthDate ?? null),
    ),
    ...judged('address', truth.address, reading.address, isSameAddress),
    ...judgedDate('issued', truth.issuedOn, reading.issuedOn),
    ...judgedDate('expires', truth.expiresOn, reading.expiresOn),
  ]
}

function judgedDate(field: IdentityField, printed: string | null, read: ReadDate | null): JudgedField[] {
  return judged(
    field,
    printed,
    read === null || read.date === null ? null : { ...read, text: read.date },
    (a, b) => a === b,
  )
}

function judged(
  field: IdentityField,
  printed: string | null,
  read: ReadText | null,
  isSame: (printed: string, read: string) => boolean,
): JudgedField[] {
  if (printed === null && read === null) return []
  return [{ field, outcome: outcomeOf(printed, read, isSame), printed, read: read?.text ?? null }]
}

function outcomeOf(
  printed: string | null,
  read: ReadText | null,
  isSame: (printed: string, read: string) => boolean,
): Outcome {
  if (read === null) return 'not read'
  const isRight = printed !== null && isSame(printed, read.text)
  if (isRight) return read.agreed ? 'right' : 'doubtful'
  return read.agreed ? 'wrong but agreed' : 'wrong'
}

function isSameName(printed: string, read: string): boolean {
  return compareNames(printed, read).result !== 'different'
}

/** Half an address is not the address, though a person may write it so. */
function isSameAddress(printed: string, read: string): boolean {
  const { result, allowances } = compareAddresses(printed, read)
  return result !== 'different' && allowances.every((each) => !each.endsWith('-left-out'))
}
