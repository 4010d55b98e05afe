// Whether two written addresses are one place, however its numbers, its prefecture and its building were written.
import type { Allowance, Comparison } from '../../identity.ts'
import { addressParts, prefectureOf } from './address-parts.ts'
import type { AddressParts } from './address-parts.ts'
import { align } from './align.ts'
import { keysOf } from './pieces.ts'
import type { Piece } from './pieces.ts'

/** A room has at least this many digits: a shorter number more on one side may be the 号 that the other side lacks. */
const shortestRoom = 3

/**
 * `compareAddresses('東京都品川区上大崎三丁目１番１号', '品川区上大崎3-1-1').result` is `'same-after-normalising'`. A building
 * that stands on one side only is left out; two different buildings or rooms are different.
 */
export function compareAddresses(left: string, right: string): Comparison {
  const [a, b] = [addressParts(left), addressParts(right)]
  const [aOut, bOut] = [new Set<Piece>(), new Set<Piece>()]
  const allowances: Allowance[] = []
  const leaveOut = (pieces: readonly Piece[], from: Set<Piece>, why: Allowance): void => {
    if (pieces.length === 0) return
    for (const piece of pieces) from.add(piece)
    if (!allowances.includes(why)) allowances.push(why)
  }
  if (lacksPrefecture(a, b)) leaveOut(b.prefecture, bOut, 'prefecture-left-out')
  if (lacksPrefecture(b, a)) leaveOut(a.prefecture, aOut, 'prefecture-left-out')
  if (a.county.length === 0 && a.town.length > 0) leaveOut(b.county, bOut, 'county-left-out')
  if (b.county.length === 0 && b.town.length > 0) leaveOut(a.county, aOut, 'county-left-out')
  const spare = buildingsLeftOut(a, b)
  if (spare !== null) {
    leaveOut(spare.left, aOut, 'building-left-out')
    leaveOut(spare.right, bOut, 'building-left-out')
  }
  const all = ({ prefecture, county, town, lot, building }: AddressParts): Piece[] => [
    ...prefecture,
    ...county,
    ...town,
    ...lot,
    ...building,
  ]
  return align(
    { text: left, pieces: all(a), leftOut: aOut },
    { text: right, pieces: all(b), leftOut: bOut },
    allowances,
  )
}

/** One side names no prefecture, and what it names can lie in the other side's. */
function lacksPrefecture(without: AddressParts, other: AddressParts): boolean {
  if (without.prefecture.length > 0 || without.town.length === 0) return false
  const only = prefectureOf(without.town)
  return only === null || only === keysOf(other.prefecture)
}

/** What only one side says of the building; null when both speak of buildings. */
function buildingsLeftOut(a: AddressParts, b: AddressParts): { left: Piece[]; right: Piece[] } | null {
  const [aLot, bLot] = [keysOf(a.lot), keysOf(b.lot)]
  if (bLot !== '' && aLot.startsWith(`${bLot}-`)) {
    const found = roomInLot(a, b)
    if (found !== null) return found
  }
  if (aLot !== '' && bLot.startsWith(`${aLot}-`)) {
    const found = roomInLot(b, a)
    if (found !== null) return { left: found.right, right: found.left }
  }
  if (a.building.length > 0 && b.building.length > 0) return aLot === bLot ? roomOnly(a.building, b.building) : null
  // An address without a lot is cut short: what follows on the other side is more than a building.
  return aLot === '' || bLot === '' ? null : { left: a.building, right: b.building }
}

/** コーポ桜101 beside 101: the name of the building is left out, the room is not. */
function roomOnly(a: Piece[], b: Piece[]): { left: Piece[]; right: Piece[] } | null {
  const [aKeys, bKeys] = [keysOf(a), keysOf(b)]
  const isRoom = (keys: string): boolean => /^[0-9A-Z-]+$/.test(keys)
  const endsWith = (keys: string, room: string): boolean =>
    keys.endsWith(room) && !isRoom(keys.at(-room.length - 1) ?? '')
  if (isRoom(bKeys) && !isRoom(aKeys) && endsWith(aKeys, bKeys)) return { left: a.slice(0, -b.length), right: [] }
  if (isRoom(aKeys) && !isRoom(bKeys) && endsWith(bKeys, aKeys)) return { left: [], right: b.slice(0, -a.length) }
  return null
}

/** 3-1-1-101 beside 3-1-1, or beside 3-1-1コーポ桜101: the room stands in the row of numbers. */
function roomInLot(longer: AddressParts, shorter: AddressParts): { left: Piece[]; right: Piece[] } | null {
  const rest = longer.lot.slice(shorter.lot.length)
  const room = rest.slice(1)
  const keys = keysOf(room)
  if (!/^[0-9]+$/.test(keys)) return null
  const building = keysOf(shorter.building)
  if (building === '') {
    if (keys.length < shortestRoom) return null
    return { left: [...rest, ...longer.building], right: [] }
  }
  const isSameRoom = building.endsWith(keys) && !/[0-9]/.test(building.at(-keys.length - 1) ?? '')
  if (!isSameRoom || longer.building.length > 0) return null
  return { left: rest.slice(0, 1), right: shorter.building.slice(0, -room.length) }
}
