// The specimens' whole public face: what can be asked for, and how it is drawn.
export { openBrowser } from './browser.ts'
export type { Browser } from './browser.ts'
export { layouts } from './layouts/index.ts'
export { namedSpecimens } from './named.ts'
export type { NamedSpecimen } from './named.ts'
export { renderSpecimen, renderSpecimens } from './render.ts'
export type { Copy, FieldTruth, Part, Specimen, Treatment, Truth } from './specimen.ts'
export { plainSpecimen, specimens } from './specimens.ts'
