// Every string of the screens in both languages, one file per area.
import { auditWords } from './audit.ts'
import { belongingWords } from './belongings.ts'
import { boardWords } from './board.ts'
import { calendarWords } from './calendar.ts'
import { caseWords } from './case.ts'
import { changeWords } from './changes.ts'
import { commonWords } from './common.ts'
import { courseWords } from './course.ts'
import { deskWords } from './desk.ts'
import { digestWords } from './digest.ts'
import { doorWords } from './door.ts'
import { maskingPolicyWords } from './masking-policy.ts'
import { faultWords } from './faults.ts'
import { inboxWords } from './inbox.ts'
import { keyWords } from './keys.ts'
import { pieceWords } from './pieces.ts'
import { letterWords } from './letters.ts'
import { listWords } from './list.ts'
import { printingWords } from './printing.ts'
import { reportWords } from './reports.ts'
import { postWords } from './post.ts'
import { postedWords } from './posted.ts'
import { reviewWords } from './review.ts'
import { ruleWords } from './rules.ts'
import { staffWords } from './staff.ts'
import { wipeWords } from './wipe.ts'

export const words = {
  ja: {
    audit: auditWords.ja,
    belongings: belongingWords.ja,
    board: boardWords.ja,
    calendar: calendarWords.ja,
    case: caseWords.ja,
    changes: changeWords.ja,
    common: commonWords.ja,
    course: courseWords.ja,
    desk: deskWords.ja,
    digest: digestWords.ja,
    door: doorWords.ja,
    faults: faultWords.ja,
    maskingPolicy: maskingPolicyWords.ja,
    inbox: inboxWords.ja,
    keys: keyWords.ja,
    pieces: pieceWords.ja,
    letters: letterWords.ja,
    list: listWords.ja,
    printing: printingWords.ja,
    reports: reportWords.ja,
    post: postWords.ja,
    posted: postedWords.ja,
    review: reviewWords.ja,
    rules: ruleWords.ja,
    staff: staffWords.ja,
    wipe: wipeWords.ja,
  },
  en: {
    audit: auditWords.en,
    belongings: belongingWords.en,
    board: boardWords.en,
    calendar: calendarWords.en,
    case: caseWords.en,
    changes: changeWords.en,
    common: commonWords.en,
    course: courseWords.en,
    desk: deskWords.en,
    digest: digestWords.en,
    door: doorWords.en,
    faults: faultWords.en,
    maskingPolicy: maskingPolicyWords.en,
    inbox: inboxWords.en,
    keys: keyWords.en,
    pieces: pieceWords.en,
    letters: letterWords.en,
    list: listWords.en,
    printing: printingWords.en,
    reports: reportWords.en,
    post: postWords.en,
    posted: postedWords.en,
    review: reviewWords.en,
    rules: ruleWords.en,
    staff: staffWords.en,
    wipe: wipeWords.en,
  },
}

export type Words = (typeof words)['ja']
