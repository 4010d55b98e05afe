// The sheet with the recovery code, to be locked away on paper.
import type { CalendarDate } from '../../shared/dates.ts'
import { japaneseDate } from '../../shared/rules/japanese-date.ts'
import type { DeskSettings } from '../../shared/settings.ts'
import type { Papers } from '../paper/index.ts'

/** A whole HTML document of one A4 page. `code` as shown: groups joined by hyphens. */
export function recoverySheetHtml(
  papers: Papers,
  code: string,
  company: DeskSettings['company'],
  date: CalendarDate,
): Promise<string> {
  return papers.fill('recovery-sheet', {
    groups: code.split('-'),
    company: company.name,
    desk: company.desk,
    date: japaneseDate(date),
  })
}
