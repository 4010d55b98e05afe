// Says who a drawn page says somebody is: its people as far as they are printed on it, and the dates marked in it.
import { writtenDates } from '../../shared/rules/identity/written-date.ts'
import type { Speech } from './browser.ts'
import { inEra, inPassport, padded, peopleOf } from './people.ts'
import type { Day, Person } from './people.ts'
import type { IdentityTruth, Said, Specimen } from './specimen.ts'

export function identityOf(specimen: Specimen, { print, said }: Speech): IdentityTruth {
  const page = squeezed(print)
  const isPrinted = (text: string): boolean => page.includes(squeezed(text))
  const textsOf = (what: Said): string[] => said.filter((each) => each.what === what).map(({ text }) => text)
  const dateOf = (what: Said): string | null => textsOf(what).flatMap(datesIn)[0] ?? null
  const people = peopleOf(specimen)
  const [otherName] = textsOf('name')
  return {
    people: people.flatMap((person, at) => {
      const name = at === 0 && otherName !== undefined ? otherName : nameOf(person, isPrinted)
      const birthDate = birthForms(person.birth).some(isPrinted) ? isoOf(person.birth) : null
      return name === null && birthDate === null ? [] : [{ name, birthDate }]
    }),
    address: people.map(({ address }) => address).find(isPrinted) ?? null,
    issuedOn: dateOf('issued'),
    expiresOn: dateOf('expires'),
  }
}

/** On a passport the bearer's own hand writes the name in kanji as well: its print counts. */
function nameOf(person: Person, isPrinted: (text: string) => boolean): string | null {
  const { family, given, familyLatin, givenLatin } = person
  if (isPrinted(`${familyLatin}<<${givenLatin}`)) return `${familyLatin} ${givenLatin}`
  return isPrinted(`${family}${given}`) ? `${family}　${given}` : null
}

function birthForms(day: Day): string[] {
  return [inEra(day), inEra(day, 'padded'), inPassport(day), `${day.year}年${padded(day.month)}月${padded(day.day)}日`]
}

function isoOf({ year, month, day }: Day): string {
  return `${year}-${padded(month)}-${padded(day)}`
}

function datesIn(text: string): string[] {
  return writtenDates(squeezed(text)).map(({ date }) => date)
}

function squeezed(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '')
}
