// Every layout a specimen can have.
import { applicationForm } from './application-form.ts'
import { identityCertificate, nurseLicence } from './certificates.ts'
import { drivingRecord } from './driving-record.ts'
import { eligibilityCard, eligibilitySheet } from './eligibility.ts'
import { individualNumberBack, individualNumberFront } from './individual-number-card.ts'
import { insuranceEmployee } from './insurance-employee.ts'
import { insuranceNational } from './insurance-national.ts'
import { insuranceUnion } from './insurance-union.ts'
import { jukiA, jukiB } from './juki-card.ts'
import { juminhyoCertificate } from './juminhyo-certificate.ts'
import { juminhyoCombined } from './juminhyo-combined.ts'
import { juminhyoForeign } from './juminhyo-foreign.ts'
import { juminhyoLandscape } from './juminhyo-landscape.ts'
import { juminhyoRegisterHeading } from './juminhyo-register-heading.ts'
import { juminhyoSingle } from './juminhyo-single.ts'
import { juminhyoStandardHousehold } from './juminhyo-standard.ts'
import { juminhyoTwoColumn } from './juminhyo-two-column.ts'
import { juminhyoVerticalLabel } from './juminhyo-vertical-label.ts'
import { kosekiAnnex } from './koseki-annex.ts'
import { kosekiComputerised } from './koseki-computerised.ts'
import { kosekiVertical } from './koseki-vertical.ts'
import type { Layout } from './layout.ts'
import { companyLetter, handwrittenLetter, notice } from './letters.ts'
import { licenceBack } from './licence-back.ts'
import { licence2007, licenceModern } from './licence-chip.ts'
import { licencePaper, licencePaperNationality } from './licence-paper.ts'
import { passport1992, passport2006, passport2013, passport2020 } from './passport.ts'
import { pensionBook } from './pension-book.ts'
import { powerOfAttorney } from './power-of-attorney.ts'
import { residenceCard } from './residence-card.ts'
import { specialResident } from './special-resident.ts'

export const layouts: readonly Layout[] = [
  juminhyoStandardHousehold,
  juminhyoSingle,
  juminhyoLandscape,
  juminhyoTwoColumn,
  juminhyoVerticalLabel,
  juminhyoCombined,
  juminhyoRegisterHeading,
  juminhyoCertificate,
  juminhyoForeign,
  kosekiComputerised,
  kosekiVertical,
  kosekiAnnex,
  licencePaper,
  licencePaperNationality,
  licence2007,
  licenceModern,
  licenceBack,
  drivingRecord,
  passport1992,
  passport2006,
  passport2013,
  passport2020,
  insuranceNational,
  insuranceEmployee,
  insuranceUnion,
  eligibilityCard,
  eligibilitySheet,
  jukiA,
  jukiB,
  individualNumberFront,
  individualNumberBack,
  residenceCard,
  specialResident,
  applicationForm,
  powerOfAttorney,
  handwrittenLetter,
  notice,
  companyLetter,
  pensionBook,
  identityCertificate,
  nurseLicence,
]

export function layoutNamed(id: string): Layout {
  const layout = layouts.find((candidate) => candidate.id === id)
  if (!layout) throw new RangeError(`There is no layout ${id}.`)
  return layout
}
