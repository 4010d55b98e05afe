// Words of the day's digest and of the reminders' setting.
import { inBoth } from './in-both.ts'

export const digestWords = inBoth({
  ja: {
    title: 'きょうのまとめ',
    day: '{{name}} さん、{{date}} の窓口の状況です。',
    goOn: '窓口へ進む (Enter)',
    urgent: '期限超過と本日期限の案件',
    nothingUrgent: '期限を過ぎた案件も、本日が期限の案件もありません。',
    approvals: 'あなたの承認を待つもの {{n}} 件',
    scans: '受信箱の原稿 {{n}} 件',
    reminders: '期限のお知らせ',
    remindersOn: '期限超過と本日期限を、パソコンの画面の隅に知らせる',
    remindersHint: '一つの期限につき一日一回。件数と案件番号だけで、氏名は出ません。このパソコンだけの設定です。',
  },
  en: {
    title: 'How the day stands',
    day: '{{name}}: the desk on {{date}}.',
    goOn: 'Go on to the desk (Enter)',
    urgent: 'Cases that are overdue or due today',
    nothingUrgent: 'No case is overdue or due today.',
    approvals: '{{n}} waiting for your decision',
    scans: '{{n}} scans in the inbox',
    reminders: 'Reminders',
    remindersOn: 'Tell in a corner of this computer’s screen what is overdue or due today',
    remindersHint: 'Once a day and deadline. Counts and case numbers only, no names. For this computer alone.',
  },
})
