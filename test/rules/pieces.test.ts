// How paper may end: by kind, by day, and before two different people.
import { expect, it } from 'vitest'
import { pieceKinds, pieceStates } from '../../shared/pieces.ts'
import { checkSettlement, isSamePerson, settledStatesOf } from '../../shared/rules/pieces.ts'

const piece = { kind: 'id-copy', state: 'held', arrivedOn: '2026-11-20' } as const
const settled = { state: 'destroyed', on: '2026-11-24', initials: ['花', '次'] } as const

it.each([
  [{}, {}, null],
  [{}, { on: '2026-11-20' }, null],
  [{ state: 'returned' }, {}, 'settled-before'],
  [{}, { state: 'handed-over' }, 'not-for-this-kind'],
  [{ kind: 'money-order' }, {}, 'not-for-this-kind'],
  [{ kind: 'money-order' }, { state: 'handed-over' }, null],
  [{}, { initials: ['花', '花'] }, 'same-person'],
  [{}, { on: '2026-11-25' }, 'in-the-future'],
  [{}, { on: '2026-11-19' }, 'before-it-came'],
] as const)('%j settled as %j: %s', (over, how, because) => {
  const outcome = checkSettlement({ ...piece, ...over }, { ...settled, ...how }, '2026-11-24')
  expect(outcome).toEqual(because === null ? { kind: 'possible' } : { kind: 'refused', because })
})

it.each([
  ['H.K', 'ＨＫ', true],
  ['h k', 'HK', true],
  ['花・田', '花田', true],
  ['HK', 'KH', false],
])('%s and %s are one person: %s', (first, second, same) => expect(isSamePerson([first, second])).toBe(same))

it('lets every kind go back, and destroys no money', () => {
  for (const kind of pieceKinds) {
    expect(settledStatesOf(kind)).toContain('returned')
    expect(settledStatesOf(kind).includes('destroyed')).toBe(kind !== 'money-order')
    for (const state of settledStatesOf(kind)) expect(pieceStates).toContain(state)
  }
})
