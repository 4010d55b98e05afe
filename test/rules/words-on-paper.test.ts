// The words of ledger and report are those of the screens: one word for one thing.
import { expect, it } from 'vitest'
import { words } from '../../renderer/words/index.ts'
import {
  correctionWords,
  kindWords,
  laneWords,
  outcomeWords,
  refusalWords,
  stateWords,
} from '../../shared/words-on-paper.ts'

const { common, case: ofCase, reports } = words.ja

it.each([
  ['kinds', kindWords, common.kind],
  ['lanes', laneWords, common.lane],
  ['states', stateWords, common.caseState],
  ['refusals', refusalWords, ofCase.refusal],
  ['outcomes', outcomeWords, reports.outcome],
  ['corrections', correctionWords, reports.correction],
])('%s', (_, onPaper, onScreen) => {
  expect(onPaper).toEqual(onScreen)
})
