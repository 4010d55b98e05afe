// What a reminder says on the computer's screen, where anybody may read it: counts and case numbers, nobody's name.
import type { Preferences } from '../../shared/settings.ts'

export interface Due {
  number: string
  isOverdue: boolean
}

/** More numbers than these are only counted. */
const numbersShown = 3

export function reminderWords(language: Preferences['language'], due: readonly Due[]): { title: string; body: string } {
  const overdue = due.filter(({ isOverdue }) => isOverdue).length
  const today = due.length - overdue
  const numbers = [...new Set(due.map(({ number }) => number))]
  const shown = numbers.slice(0, numbersShown)
  const more = numbers.length - shown.length
  if (language === 'ja') {
    const counts = [
      ...(overdue > 0 ? [`期限超過 ${overdue} 件`] : []),
      ...(today > 0 ? [`本日が期限 ${today} 件`] : []),
    ].join('・')
    return { title: `個人情報デスク: ${counts}`, body: `${shown.join('、')}${more > 0 ? ` ほか ${more} 件` : ''}` }
  }
  const counts = [...(overdue > 0 ? [`${overdue} overdue`] : []), ...(today > 0 ? [`${today} due today`] : [])].join(
    ', ',
  )
  return { title: `Privacy Desk: ${counts}`, body: `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}` }
}
