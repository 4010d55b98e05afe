// Every layout a specimen can have.
import { applicationForm } from './application-form.ts'
import { cookLicence, identityCertificate, identityCertificateTable, nurseLicence } from './certificates.ts'
import { drivingRecord } from './driving-record.ts'
import { eligibilityNotice } from './eligibility-notice.ts'
import { eligibilityCard, eligibilitySheet } from './eligibility.ts'
import { individualNumberBack, individualNumberFront } from './individual-number-card.ts'
import { insuranceElderly } from './insurance-elderly.ts'
import { insuranceEmployee } from './insurance-employee.ts'
import { insuranceNational } from './insurance-national.ts'
import { insuranceUnion } from './insurance-union.ts'
import { jukiA, jukiB } from './juki-card.ts'
import { juminhyoByHand } from './juminhyo-by-hand.ts'
import { juminhyoCertificate } from './juminhyo-certificate.ts'
import { juminhyoCombined } from './juminhyo-combined.ts'
import { juminhyoForeign } from './juminhyo-foreign.ts'
import { juminhyoLandscape } from './juminhyo-landscape.ts'
import { juminhyoPersonRows } from './juminhyo-person-rows.ts'
import { juminhyoRegisterHeading } from './juminhyo-register-heading.ts'
import { juminhyoRemoved } from './juminhyo-removed.ts'
import { juminhyoSingle } from './juminhyo-single.ts'
import { juminhyoStackedHeads } from './juminhyo-stacked-heads.ts'
import { juminhyoStandardHousehold } from './juminhyo-standard.ts'
import { juminhyoTwoColumn } from './juminhyo-two-column.ts'
import { juminhyoVerticalLabel } from './juminhyo-vertical-label.ts'
import { kosekiAnnexLying } from './koseki-annex-lying.ts'
import { kosekiAnnex } from './koseki-annex.ts'
import { kosekiComputerised } from './koseki-computerised.ts'
import { kosekiExtract } from './koseki-extract.ts'
import { kosekiVertical } from './koseki-vertical.ts'
import { kosekiWritten } from './koseki-written.ts'
import type { Layout } from './layout.ts'
import { companyLetter, handwrittenLetter, notice } from './letters.ts'
import { licenceBackFull } from './licence-back-full.ts'
import { licenceBack, licenceBackMoved } from './licence-back.ts'
import { licence2007, licenceModern } from './licence-chip.ts'
import { licencePaper, licencePaperNationality } from './licence-paper.ts'
import { numberNotice } from './number-notice.ts'
import { deskLetter, sealCertificate, utilityBill } from './papers-without.ts'
import { passport1992, passport2006, passport2013, passport2020, passport2025 } from './passport.ts'
import { pensionBook } from './pension-book.ts'
import { pensionNotice } from './pension-notice.ts'
import { powerOfAttorney } from './power-of-attorney.ts'
import { certificateRequest, kosekiRequest } from './requests.ts'
import { residenceCardBack } from './residence-card-back.ts'
import { residenceCard } from './residence-card.ts'
import { resume } from './resume.ts'
import { specialResident } from './special-resident.ts'

export const layouts: readonly Layout[] = [
  juminhyoStandardHousehold,
  juminhyoSingle,
  juminhyoLandscape,
  juminhyoTwoColumn,
  juminhyoVerticalLabel,
  juminhyoCombined,
  juminhyoRegisterHeading,
  juminhyoPersonRows,
  juminhyoStackedHeads,
  juminhyoCertificate,
  juminhyoByHand,
  juminhyoRemoved,
  juminhyoForeign,
  kosekiComputerised,
  kosekiVertical,
  kosekiWritten,
  kosekiExtract,
  kosekiAnnex,
  kosekiAnnexLying,
  licencePaper,
  licencePaperNationality,
  licence2007,
  licenceModern,
  licenceBack,
  licenceBackMoved,
  licenceBackFull,
  drivingRecord,
  passport1992,
  passport2006,
  passport2013,
  passport2020,
  passport2025,
  insuranceNational,
  insuranceEmployee,
  insuranceUnion,
  insuranceElderly,
  eligibilityCard,
  eligibilitySheet,
  eligibilityNotice,
  jukiA,
  jukiB,
  individualNumberFront,
  individualNumberBack,
  numberNotice,
  residenceCard,
  residenceCardBack,
  specialResident,
  applicationForm,
  powerOfAttorney,
  handwrittenLetter,
  notice,
  companyLetter,
  deskLetter,
  certificateRequest,
  sealCertificate,
  utilityBill,
  pensionBook,
  pensionNotice,
  identityCertificate,
  identityCertificateTable,
  nurseLicence,
  cookLicence,
  kosekiRequest,
  resume,
]

export function layoutNamed(id: string): Layout {
  const layout = layouts.find((candidate) => candidate.id === id)
  if (!layout) throw new RangeError(`There is no layout ${id}.`)
  return layout
}
