// Every layout a specimen can have.
import { applicationForm } from './application-form.ts'
import { insuranceEmployee } from './insurance-employee.ts'
import { insuranceNational } from './insurance-national.ts'
import { juminhyoStandardHousehold } from './juminhyo-standard.ts'
import type { Layout } from './layout.ts'
import { licence2007, licenceModern } from './licence-chip.ts'
import { licencePaper, licencePaperNationality } from './licence-paper.ts'
import { passport1992, passport2006, passport2013, passport2020 } from './passport.ts'
import { residenceCard } from './residence-card.ts'

export const layouts: readonly Layout[] = [
  juminhyoStandardHousehold,
  licencePaper,
  licencePaperNationality,
  licence2007,
  licenceModern,
  passport1992,
  passport2006,
  passport2013,
  passport2020,
  insuranceNational,
  insuranceEmployee,
  residenceCard,
  applicationForm,
]

export function layoutNamed(id: string): Layout {
  const layout = layouts.find((candidate) => candidate.id === id)
  if (!layout) throw new RangeError(`There is no layout ${id}.`)
  return layout
}
