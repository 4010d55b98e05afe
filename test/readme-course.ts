// Draws the course of a case from its data, as the README shows it: states with their ways, and what each event needs.
import { caseEvents, caseStates, tracks, type CaseEvent, type Track } from '../shared/cases.ts'
import { courses, openings } from '../shared/rules/case-course.ts'
import { approvalFor, needsReason, obstaclesTo, recorders } from '../shared/rules/case-states.ts'
import { words } from '../renderer/words/index.ts'

const titles = { request: 'Requests', consultation: 'Complaints and consultations' } as const

export function drawCourse(): string {
  return [...tracks.flatMap(drawTrack), ...drawEvents()].join('\n')
}

function drawTrack(track: Track): string[] {
  const ways = (state: (typeof caseStates)[number]): string => {
    const cells = caseEvents.flatMap((event) => {
      const next = courses[track][state][event]
      return next === undefined ? [] : [{ event, next }]
    })
    const moves = cells.filter(({ next }) => next !== state).map(({ event, next }) => `\`${event}\` → \`${next}\``)
    const stays = cells.filter(({ next }) => next === state).map(({ event }) => `\`${event}\``)
    return [...moves, ...(stays.length === 0 ? [] : [`stays: ${stays.join(' ')}`])].join(' · ')
  }
  const begins = caseEvents.flatMap((event) => {
    const next = openings[track][event]
    return next === undefined ? [] : [`\`${event}\` → \`${next}\``]
  })
  const rows = caseStates.filter((state) => ways(state) !== '')
  return [
    `**${titles[track]}** begin with ${begins.join(' or ')}.`,
    '',
    '| state | event → next state |',
    '|---|---|',
    ...rows.map((state) => `| \`${state}\` ${words.ja.common.caseState[state]} | ${ways(state)} |`),
    '',
  ]
}

function drawEvents(): string[] {
  const needs = (event: CaseEvent): string => {
    const approvals = (['disclosure', 'suspension'] as const).map((kind) =>
      approvalFor(event, { kind, state: 'verified' }),
    )
    const approval = approvals.every((one) => one !== null)
      ? 'a second person'
      : approvals.some((one) => one !== null)
        ? 'a second person where data are disclosed'
        : null
    return [
      approval === null ? null : event === 'wipe-started' ? 'a second person before `finished`' : approval,
      needsReason(event) ? 'one of the seven reasons' : null,
      ...(obstaclesTo[event] ?? []).map((one) => `not \`${one}\``),
    ]
      .filter((one) => one !== null)
      .join(' · ')
  }
  return [
    '| event | recorded by | needs |',
    '|---|---|---|',
    ...caseEvents.map((event) => {
      const recordedBy = recorders[event]
      const who = recordedBy === 'app' ? 'the app' : recordedBy.join(', ')
      return `| \`${event}\` ${words.ja.case.event[event]} | ${who} | ${needs(event)} |`
    }),
  ]
}
