// The ready-made specimens that the demo and the tests ask for by name.
import { layoutNamed } from './layouts/index.ts'
import type { Specimen } from './specimen.ts'
import { plainSpecimen } from './specimens.ts'

export const namedSpecimens = {
  'juminhyo-visible': one('juminhyo-visible', 'juminhyo-standard-household', { people: 2, font: 'BIZ UDMincho' }),
  'passport-visible': one('passport-visible', 'passport-2013', { copies: [{ kind: 'photocopy', generation: 1 }] }),
  'licence-masked-turned': one('licence-masked-turned', 'licence-paper', {
    domicile: 'pen',
    copies: [
      { kind: 'photocopy', generation: 1 },
      { kind: 'turn', degrees: 90 },
    ],
  }),
  'insurance-blank': one('insurance-blank', 'insurance-national', {}),
  'licence-modern': one('licence-modern', 'licence-modern', {}),
  'licence-2007-empty-row': one('licence-2007-empty-row', 'licence-2007', {}),
  'residence-card': one('residence-card', 'residence-card', {}),
  'application-form': one('application-form', 'application-form', { copies: [{ kind: 'grey' }] }),
  koseki: one('koseki', 'koseki-computerised', { people: 2 }),
  broken: one('broken', 'juminhyo-single', {
    copies: [
      { kind: 'jpeg', quality: 80 },
      { kind: 'broken-off', share: 0.4 },
    ],
  }),
} as const
export type NamedSpecimen = keyof typeof namedSpecimens

function one(name: string, layout: string, changes: Partial<Specimen>): Specimen {
  return plainSpecimen(layoutNamed(layout), `named/${name}`, { name, ...changes })
}
