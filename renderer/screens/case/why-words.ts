// Words each reason of a deadline from its parts, in the reader's language.
import { useTranslation } from 'react-i18next'
import { caseEventSchema, type Why } from '../../../shared/cases.ts'
import { dateSchema } from '../../../shared/dates.ts'
import { unreachable } from '../../../shared/faults.ts'
import { useDateWords } from '../../parts/dates.tsx'

const rules = ['house', 'appi-33', 'appi-39', 'gdpr-12-3', 'policy-12'] as const
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
        const event = caseEventSchema.safeParse(values['event'])
        // The clocks name a request's arrival by the event that opened the case.
        const isArrival = !event.success || event.data === 'opened'
        const words = isArrival ? t('case.arrivedOn') : t(`case.event.${event.data}`)
        return t('case.why.starts', { event: words, date: date('date') })
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
      case 'rule':
        return t(`case.why.rule.${rules.find((candidate) => candidate === values['id']) ?? 'house'}`)
      default:
        return unreachable(input)
    }
  }
}
