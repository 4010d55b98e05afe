// Words each reason of a deadline from its parts, in the reader's language.
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { caseEventSchema, whyRules, type Why } from '../../../shared/cases.ts'
import { dateSchema } from '../../../shared/dates.ts'
import { unreachable } from '../../../shared/faults.ts'
import { useDateWords } from '../../parts/dates.tsx'

const units = ['business-days', 'days', 'months'] as const

export function useWhyWords(): (why: Why) => string {
  const { t } = useTranslation()
  const dateWords = useDateWords()
  return ({ input, values }) => {
    const date = (key: string): string => {
      const parsed = dateSchema.safeParse(values[key])
      return parsed.success ? dateWords(parsed.data) : ''
    }
    const number = (key: string): number => Number(values[key] ?? 0)
    switch (input) {
      case 'starts': {
        return t('case.why.starts', { event: startWords(values['event'], t), date: date('date') })
      }
      case 'length': {
        const unit = units.find((candidate) => candidate === values['unit']) ?? 'days'
        return t(`case.why.length.${unit}`, { n: number('count') })
      }
      case 'skipped':
        return t('case.why.skipped', { n: number('count') })
      case 'holiday':
        return t('case.why.holiday', { date: date('date'), name: String(values['name'] ?? '') })
      case 'paused':
        return t('case.why.paused', { from: date('from'), to: date('to'), days: number('days') })
      case 'still-paused':
        return t('case.why.still-paused', { from: date('from') })
      case 'rolled-forward':
        return t('case.why.rolled-forward', { from: date('from'), to: date('to') })
      case 'extended': {
        const unit = values['unit'] === 'months' ? 'months' : 'business-days'
        return t(`case.why.extended.${unit}`, { date: date('date'), n: number('count') })
      }
      case 'reminded':
        return t('case.why.reminded', { date: date('date') })
      case 'held':
        return t('case.why.held', { from: date('from') })
      case 'hold-asked':
        return t('case.why.hold-asked')
      case 'rule':
        return t(`case.why.rule.${whyRules.find((candidate) => candidate === values['id']) ?? 'house'}`)
      default:
        return unreachable(input)
    }
  }
}

/** The clocks name a request's arrival by the event that opened the case. */
function startWords(value: string | number | undefined, t: TFunction): string {
  if (value === 'money-order-issued') return t('case.why.moneyOrderIssued')
  const event = caseEventSchema.safeParse(value)
  return !event.success || event.data === 'opened' ? t('case.arrivedOn') : t(`case.event.${event.data}`)
}
