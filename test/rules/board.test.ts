// The board: where a case stands on a given day.
import { describe, expect, it } from 'vitest'
import type { CaseEvent, CaseState, Lane } from '../../shared/cases.ts'
import { boardPlace } from '../../shared/rules/board.ts'
import { deadlinesOf } from '../../shared/rules/deadlines.ts'
import { defaultDeskSettings } from '../../shared/settings.ts'

function placeOn(
  today: string,
  state: CaseState,
  events: [CaseEvent, string][],
  lane: Lane = 'post',
  moneyOrderIssuedOn: string | null = null,
) {
  const course = [['opened', '2026-11-02'], ...events] as const
  const dated = course.map(([event, on]) => ({ event, on, posted: null }))
  const matter = { kind: 'disclosure', lane, events: dated, moneyOrderIssuedOn } as const
  return boardPlace(state, deadlinesOf(matter, defaultDeskSettings, today), today, defaultDeskSettings)
}

const sent: [CaseEvent, string] = ['correction-sent', '2026-11-10']
const answered: [CaseEvent, string][] = [
  ['identity-verified', '2026-11-04'],
  ['answer-sent', '2026-11-05'],
]
const delivered: [CaseEvent, string] = ['answer-delivered', '2026-11-06']

describe('a case on the board', () => {
  // Its target is 2026-11-17.
  it.each([
    ['2026-11-04', 'later', 13, 9],
    ['2026-11-11', 'later', 6, 4],
    ['2026-11-12', 'soon', 5, 3],
    ['2026-11-16', 'soon', 1, 1],
    ['2026-11-17', 'today', 0, 0],
    ['2026-11-18', 'overdue', -1, -1],
    ['2026-11-24', 'overdue', -7, -4],
  ])('on %s is %s, %i days left, %i of them business days', (today, group, daysLeft, businessDaysLeft) =>
    expect(placeOn(today, 'received', [])).toMatchObject({ group, daysLeft, businessDaysLeft }),
  )

  it('waits while a correction is out, and is overdue when the wait has passed', () => {
    expect(placeOn('2026-11-20', 'awaiting-correction', [sent])).toMatchObject({ group: 'waiting', daysLeft: 4 })
    expect(placeOn('2026-11-24', 'awaiting-correction', [sent])).toMatchObject({ group: 'today' })
    expect(placeOn('2026-11-25', 'awaiting-correction', [sent])).toMatchObject({ group: 'overdue', daysLeft: -1 })
  })

  it('shows the EU month although the requester is waited for and that wait ends sooner', () => {
    const late: [CaseEvent, string] = ['correction-sent', '2026-11-16']
    const place = placeOn('2026-11-29', 'awaiting-correction', [late], 'eu')
    expect(place).toMatchObject({ group: 'soon', daysLeft: 3, deadline: { clock: 'gdpr-answer' } })
  })

  it('waits for the delivery once answered', () => {
    expect(placeOn('2026-11-06', 'answered', answered)).toMatchObject({
      group: 'waiting',
      deadline: { clock: 'delivery-wait', due: '2026-11-12' },
      daysLeft: 6,
    })
  })

  it('is to be destroyed once finished, and overdue when that is late', () => {
    expect(placeOn('2026-11-09', 'finished', [...answered, delivered])).toMatchObject({
      group: 'to-destroy',
      daysLeft: 4,
    })
    expect(placeOn('2026-11-13', 'finished', [...answered, delivered])).toMatchObject({ group: 'today' })
    expect(placeOn('2026-11-16', 'wiping', [...answered, delivered])).toMatchObject({ group: 'overdue' })
  })

  it('under a hold is not to be destroyed: its review comes when it is due', () => {
    const held: [CaseEvent, string][] = [...answered, delivered, ['hold-set', '2026-11-09']]
    // 90 days later: Sunday 2027-02-07.
    const review = { clock: 'hold-review', due: '2027-02-07' }
    expect(placeOn('2026-11-16', 'finished', held)).toMatchObject({ group: 'later', deadline: review })
    expect(placeOn('2027-02-04', 'finished', held)).toMatchObject({ group: 'soon', deadline: review, daysLeft: 3 })
    expect(placeOn('2027-02-08', 'finished', held)).toMatchObject({ group: 'overdue', daysLeft: -1 })
    const kept: [CaseEvent, string][] = [...held, ['hold-reviewed', '2027-02-05']]
    expect(placeOn('2027-02-08', 'finished', kept)).toMatchObject({ group: 'later', daysLeft: 87 })
    const lifted: [CaseEvent, string][] = [...held, ['hold-lifted', '2026-11-16']]
    expect(placeOn('2026-11-17', 'finished', lifted)).toMatchObject({ group: 'to-destroy' })
  })

  it('with a money order that runs out is soon, today and overdue, whatever else it waits for', () => {
    const place = (today: string) => placeOn(today, 'awaiting-correction', [sent], 'post', '2026-05-25')
    expect(place('2026-11-12')).toMatchObject({ group: 'waiting' })
    expect(place('2026-11-20')).toMatchObject({ group: 'soon', deadline: { clock: 'money-order', due: '2026-11-25' } })
    expect(place('2026-11-26')).toMatchObject({ group: 'overdue', daysLeft: -2 })
    const order = placeOn(
      '2026-11-26',
      'finished',
      [...answered, delivered, ['hold-set', '2026-11-09']],
      'post',
      '2026-06-10',
    )
    expect(order, 'held as well').toMatchObject({ group: 'later', deadline: { clock: 'money-order' } })
  })

  it('leaves the board when wiped', () => expect(placeOn('2026-11-16', 'wiped', [...answered, delivered])).toBeNull())
})
