// What a fault says to its reader: its own sentence for every reason that a refusal names, never the general one.
import { createElement, type ReactElement } from 'react'
import { expect, it } from 'vitest'
import { DeskFault } from '../../renderer/client.ts'
import { useFaultSentence } from '../../renderer/fault-sentence.ts'
import { faultFields, faultReasons } from '../../renderer/words/faults.ts'
import { words } from '../../renderer/words/index.ts'
import { authorityGaps } from '../../shared/belongings.ts'
import type { FaultCode, FaultDetail } from '../../shared/faults.ts'
import { wipeBlockers } from '../../shared/ipc/parts.ts'
import { eventRefusals } from '../../shared/rules/case-states.ts'
import { seen } from './stand.ts'

const { faults, course, case: caseWords, belongings, wipe } = words.ja

function Sentence({ code, detail }: { code: FaultCode; detail: FaultDetail }): ReactElement {
  return createElement('p', null, useFaultSentence()(new DeskFault(code, detail, null)))
}

async function sentenceOf(code: FaultCode, detail: FaultDetail): Promise<string> {
  const markup = await seen(createElement(Sentence, { code, detail }), [])
  return /<p>(.*)<\/p>/.exec(markup)?.[1] ?? ''
}

it.each(eventRefusals)('an event that is refused for «%s» says why and what to do', async (because) => {
  const sentence = await sentenceOf('event-not-allowed', { state: 'received', event: 'answer-sent', because })
  expect(sentence).toBe(`「${caseWords.event['answer-sent']}」は記録できません。${course.refused[because]}`)
})

it('a second person that is missing, a letter and an approval that do not fit are named', async () => {
  const detail = { event: 'refusal-sent', because: 'approval-missing' }
  expect(await sentenceOf('second-person-needed', detail)).toContain(course.refused['approval-missing'])
  expect(await sentenceOf('second-person-needed', {})).toBe(faults['second-person-needed'])
  const letter = await sentenceOf('event-not-allowed', { state: 'received', event: 'disclosure-answer' })
  expect(letter).toContain(words.ja.letters.name['disclosure-answer'])
  const matter = await sentenceOf('event-not-allowed', { event: 'early-wipe', because: 'not-in-this-state' })
  expect(matter).toBe(faults.matterNotNow)
})

it.each(authorityGaps)('an agent’s gap «%s» is named', async (because) =>
  expect(await sentenceOf('bad-request', { field: 'documents', because })).toContain(belongings.agents.gap[because]),
)

it.each(faultReasons)('the reason «%s» has its sentence', async (because) => {
  const sentence = faults.reason[because].replace('{{number}}', '2026-000123')
  const detail = { field: 'on', because, number: '2026-000123' }
  expect(await sentenceOf('impossible-date', detail)).toBe(sentence)
  expect(await sentenceOf('bad-request', detail)).toBe(sentence)
})

it.each(faultFields)('the field «%s» is named', async (field) =>
  expect(await sentenceOf('bad-request', { field })).toBe(`「${faults.field[field]}」の内容を確認してください。`),
)

it.each(wipeBlockers)('a wipe that «%s» blocks says so', async (by) =>
  expect(await sentenceOf('wrong-stage', { by })).toBe(wipe.blocker[by]),
)

it('days that are possible are told; what is not known gets the general sentence', async () => {
  const detail = { field: 'on', because: 'in-the-future', notBefore: '2026-11-18', notAfter: '2026-11-24' }
  expect(await sentenceOf('impossible-date', detail)).toContain('令和8年11月18日(水) から 令和8年11月24日(火)')
  const early = { field: 'on', because: 'in-the-future', notBefore: '2026-11-24', notAfter: '2026-11-20' }
  expect(await sentenceOf('impossible-date', early)).toContain('パソコンの時計を直してください')
  expect(await sentenceOf('bad-request', { field: 'who knows' })).toBe(faults['bad-request'])
  expect(await sentenceOf('wrong-stage', {})).toBe(faults['wrong-stage'])
})
