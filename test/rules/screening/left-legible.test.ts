// The proof of a mask: what has to become black as well, and what need not.
import { expect, test } from 'vitest'
import { leftLegible } from '../../../shared/rules/screening/left-legible.ts'
import type { Box, Finding, FieldState } from '../../../shared/screening.ts'

const finding = (box: Box, state: FieldState = 'visible'): Finding => ({
  field: 'permanent-domicile',
  state,
  box,
  label: null,
  by: ['label'],
})

const level: Box = [400, 200, 600, 50]
const onItsSide: Box = [200, 400, 50, 600]

test.each<FieldState>(['visible', 'see-through', 'unreadable'])('what is %s beside a mask has to go', (state) => {
  const rest: Box = [1010, 205, 60, 40]
  expect(leftLegible([finding(rest, state)], { boxes: [level], leftOpen: [] })).toEqual([rest])
})

test.each<FieldState>(['masked', 'omitted', 'blank'])('what is %s need not', (state) => {
  expect(leftLegible([finding([1010, 205, 60, 40], state)], { boxes: [level], leftOpen: [] })).toEqual([])
})

test('a page on its side has the rest of a line above or below its mask, and other rows at the right and left', () => {
  const mask = { boxes: [onItsSide], leftOpen: [] }
  const rest: Box = [205, 1010, 40, 60]
  expect(leftLegible([finding(rest)], mask)).toEqual([rest])
  expect(leftLegible([finding([270, 400, 40, 600])], mask)).toEqual([])
})

test('the next row is not in the mask of this one', () => {
  expect(leftLegible([finding([400, 260, 600, 50])], { boxes: [level], leftOpen: [] })).toEqual([])
})

test('what somebody left open stays, wherever its box has moved to', () => {
  const open: Box = [1010, 205, 60, 40]
  expect(leftLegible([finding([990, 203, 82, 44])], { boxes: [level], leftOpen: [open] })).toEqual([])
})

test('nothing can be read in what is black throughout', () => {
  expect(leftLegible([finding([402, 202, 300, 44], 'unreadable')], { boxes: [level], leftOpen: [] })).toEqual([])
})

test('whatever comes back, made black itself, does not come back', () => {
  const wide: Box = [300, 190, 900, 70]
  expect(leftLegible([finding(wide)], { boxes: [level], leftOpen: [] })).toEqual([wide])
  expect(leftLegible([finding(wide)], { boxes: [level, wide], leftOpen: [] })).toEqual([])
})
