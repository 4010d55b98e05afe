// One calm sentence per fault, saying what to do.
import type { FaultCode } from '../../shared/faults.ts'
import { inBoth } from './in-both.ts'

/** Codes whose detail makes a more helpful sentence. */
type Detailed =
  | 'letterTextWhere'
  | 'bugWithId'
  | 'wait'
  | 'missingGlyphs'
  | 'dateBetween'
  | 'clockTooEarly'
  | 'recoveryCodeSlip'
  | 'badField'
  | 'because'
  | 'letterNotNow'
  | 'matterNotNow'
  | 'gap'

/** Fields that a refusal may name. */
export const faultFields = [
  'requester',
  'arrivedOn',
  'inquiryOn',
  'on',
  'amountYen',
  'issuedOn',
  'expiresOn',
  'receivedOn',
  'trackingNumber',
  'reason',
  'refusalReason',
  'note',
  'initials',
  'address',
  'items',
  'text',
  'sheet',
  'until',
  'otherId',
] as const

/** Reasons that a refusal may name, besides those of events and of an agent's papers. */
export const faultReasons = [
  'too-long-for-the-window',
  'too-long-for-the-label',
  'in-the-future',
  'in-the-past',
  'before-what-it-follows',
  'after-it-came',
  'not-for-this-kind',
  'same-person',
  'another-course',
  'answered-already',
  'number-used-already',
] as const

type FaultWords = Record<FaultCode | Detailed, string> & {
  field: Record<(typeof faultFields)[number], string>
  reason: Record<(typeof faultReasons)[number], string>
}

const ja: FaultWords = {
  'not-signed-in': 'ロックされています。サインインしてください。',
  'not-allowed': 'この操作は、あなたの役割ではできません。管理者に確認してください。',
  'second-person-needed': 'この操作には、もう一人の承認が必要です。',
  'bad-request': '入力の内容を確認してください。受け付けられない値があります。',
  'not-found': '見つかりません。すでに破棄されたか、片付けられています。',
  'changed-meanwhile': 'ほかの操作で内容が変わりました。最新の内容を確認してから、もう一度行ってください。',
  'wrong-password': 'ログイン名またはパスワードが違います。',
  'too-many-attempts': '続けて失敗したため、しばらく受け付けません。少し待ってからもう一度試してください。',
  'weak-password':
    'パスワードが短すぎるか、推測されやすいものです。12文字以上で、ログイン名を含まないものにしてください。',
  'login-name-taken': 'そのログイン名は、すでに使われています。',
  'last-administrator': '最後の管理者は、外したり停止したりできません。',
  'wrong-recovery-code': '回復コードが違います。用紙の文字をもう一度確認してください。',
  'already-set-up': '初期設定は済んでいます。サインインしてください。',
  'read-only': '監査記録の連鎖に異常があるため、閲覧だけができます。変更はできません。',
  'vault-damaged': '保管庫のデータが壊れているか、すり替わっています。表示せずに止めました。管理者に知らせてください。',
  'database-newer': 'データは、このアプリより新しい版で作られています。アプリを更新してください。',
  'database-locked': 'データベースがほかの処理で使われています。少し待ってからもう一度試してください。',
  'disk-full': 'ディスクの空きが足りません。空きを作ってから、もう一度行ってください。',
  'file-unreadable': 'ファイルを読めませんでした。ほかのアプリで開いていないか確認してください。',
  'cannot-save': 'その場所には保存できませんでした。書き込みのできる別の場所を選んでください。',
  'still-screening': 'まだ読み取りの途中です。終わってからもう一度行ってください。',
  undecided: '判断が済んでいない検出か、目視で確認していないページがあります。',
  'wrong-stage': 'いまの段階では、その操作はできません。すでに済んだか、破棄が始まっています。画面を確認してください。',
  'event-not-allowed': 'いまの状態では、その出来事は記録できません。',
  'impossible-date': 'その日付は使えません。前後の出来事の日付を確認してください。',
  'address-changed': '通知を作ったあとに、宛先の氏名か住所が変わりました。通知を破棄して、作り直してください。',
  'missing-glyph': '通知に使う文字のうち、書体に無い文字があります。氏名と住所の文字を確認してください。',
  'letter-text': '通知の文面に誤りがあります。管理者が設定の「通知」で直してください。',
  letterTextWhere:
    '通知の文面「{{text}}」の {{line}} 行目に誤りがあります: {{placeholder}} 管理者が設定の「通知」で直してください。',
  'no-printer': '選んだプリンターが見つかりません。電源と接続を確認してください。',
  'print-failed': '印刷を渡せませんでした。プリンターの状態を確認して、もう一度印刷してください。',
  cancelled: '取りやめました。',
  bug: '予期しない問題が起きました。操作は行われていません。もう一度試し、続くときは管理者に知らせてください。',
  bugWithId: '予期しない問題が起きました。もう一度試し、続くときは番号 {{id}} を管理者に知らせてください。',
  wait: '続けて失敗したため、あと {{seconds}} 秒は受け付けません。',
  missingGlyphs: '通知に使う書体に無い文字があります: {{characters}} 氏名と住所の文字を確認してください。',
  clockTooEarly:
    'パソコンの日付({{today}})が、前の出来事({{last}})より前です。パソコンの時計を直してください。入力した内容は残っています。',
  dateBetween: 'その日付は使えません。{{from}} から {{to}} までの日付にしてください。',
  recoveryCodeSlip: '回復コードに打ち間違いがあります。用紙の文字をもう一度確認してください。',
  badField: '「{{field}}」の内容を確認してください。',
  because: '「{{event}}」は記録できません。{{because}}',
  letterNotNow: '「{{letter}}」は、いまの状態では作成できません。案件の「次にすること」を確認してください。',
  matterNotNow: 'いまの状態では、その承認は要りません。案件の「次にすること」を確認してください。',
  gap: '代理人の書類が足りません: {{gap}}。「本人確認・代理人」で書類を記録してください。',
  field: {
    requester: '請求者',
    arrivedOn: '到達日',
    inquiryOn: '問い合わせの到達日',
    on: '日付',
    amountYen: '金額',
    issuedOn: '発行日',
    expiresOn: '有効期限',
    receivedOn: '受領日',
    trackingNumber: '書留などの番号',
    reason: '理由',
    refusalReason: '対応できない理由',
    note: 'メモ',
    initials: '確認者の頭文字',
    address: '住所',
    items: '補正の項目',
    text: '本文',
    sheet: '別紙',
    until: '期日',
    otherId: '関連する案件',
  },
  reason: {
    'too-long-for-the-label': '案件 {{number}} の宛先が長く、このラベルに収まりません。大きいラベルにしてください。',
    'too-long-for-the-window': '住所が長く、封筒の窓に収まりません。建物名などで改行するか、短くしてください。',
    'in-the-future': 'まだ来ていない日付です。今日までの日付にしてください。',
    'in-the-past': '過ぎた日付です。今日からの日付にしてください。',
    'before-what-it-follows': '前の出来事より早い日付です。経過の日付を確認してください。',
    'after-it-came': '発行日が、届いた日よりあとになっています。',
    'not-for-this-kind': 'この封入物には、その扱いはありません。',
    'same-person': '同じ人の頭文字です。二人で確認し、それぞれの頭文字を入力してください。',
    'another-course': '請求と、苦情・相談は進め方が違います。新しい案件として開いてください。',
    'answered-already': '回答を発送したあとは、請求の種類と受付経路を変えられません。',
    'number-used-already': 'この番号は、ほかの発送に記録済みです。この通知の番号を確かめてください。',
  },
}

const en: FaultWords = {
  'not-signed-in': 'The desk is locked. Please sign in.',
  'not-allowed': 'Your role does not allow this. Please ask the administrator.',
  'second-person-needed': 'This needs the approval of a second person.',
  'bad-request': 'Please check what you entered; one of the values cannot be accepted.',
  'not-found': 'This cannot be found. It was wiped or put away.',
  'changed-meanwhile': 'This was changed meanwhile. Look at the present state, then try again.',
  'wrong-password': 'The login name or the password is wrong.',
  'too-many-attempts': 'Too many failed attempts. Please wait a little and try again.',
  'weak-password': 'The password is too short or easily guessed. Use 12 characters or more, without the login name.',
  'login-name-taken': 'This login name is already in use.',
  'last-administrator': 'The last administrator cannot be removed or disabled.',
  'wrong-recovery-code': 'The recovery code is wrong. Please check the sheet once more.',
  'already-set-up': 'The desk is set up already. Please sign in.',
  'read-only': 'The audit chain is broken: everything can be read, nothing can be changed.',
  'vault-damaged': 'Data in the vault are damaged or swapped and were not shown. Please tell the administrator.',
  'database-newer': 'The data were made by a newer version of this app. Please update the app.',
  'database-locked': 'The database is busy. Please wait a little and try again.',
  'disk-full': 'The disk is full. Make room, then try again.',
  'file-unreadable': 'The file could not be read. Check that no other app holds it open.',
  'cannot-save': 'It could not be saved there. Please choose another place that may be written to.',
  'still-screening': 'The pages are still being read. Please try again when that is done.',
  undecided: 'There are findings without a decision, or pages nobody has confirmed by eye.',
  'wrong-stage': 'This cannot be done at the present stage: it is done already, or being wiped. Please look again.',
  'event-not-allowed': 'This event cannot be recorded in the present state.',
  'impossible-date': 'This date cannot be. Check the dates of the events before and after.',
  'address-changed': 'Name or address have changed since the letter was made. Discard it and make it anew.',
  'missing-glyph': 'The letter’s font lacks a character. Check the name and the address.',
  'letter-text': 'The letter’s text has a mistake. An administrator mends it under “Letters”.',
  letterTextWhere:
    'The text “{{text}}” has a mistake in line {{line}}: {{placeholder}}. An administrator mends it under “Letters”.',
  'no-printer': 'The chosen printer cannot be found. Check its power and connection.',
  'print-failed': 'The letter could not be handed to the printer. Check the printer and print again.',
  cancelled: 'Cancelled.',
  bug: 'Something unexpected happened. Please try again; if it happens again, tell the administrator.',
  bugWithId:
    'Something unexpected happened. Please try again; if it happens again, tell the administrator number {{id}}.',
  wait: 'Too many failed attempts. Please wait {{seconds}} seconds.',
  missingGlyphs: 'The letter’s font lacks these characters: {{characters}}. Check the name and the address.',
  clockTooEarly:
    'This PC’s date ({{today}}) is before the last event ({{last}}). Set its clock right. What you entered is still here.',
  dateBetween: 'This date cannot be. Choose one from {{from}} to {{to}}.',
  recoveryCodeSlip: 'There is a slip in the recovery code. Please check the sheet once more.',
  badField: 'Please check “{{field}}”.',
  because: '“{{event}}” cannot be recorded. {{because}}',
  letterNotNow: '“{{letter}}” cannot be made now. See what comes next in the case.',
  matterNotNow: 'Nothing of the kind needs approval now. See what comes next in the case.',
  gap: 'The agent’s papers are not complete: {{gap}}. Record them under “Identity and agents”.',
  field: {
    requester: 'Requester',
    arrivedOn: 'Arrived on',
    inquiryOn: 'Inquiry arrived on',
    on: 'Date',
    amountYen: 'Amount',
    issuedOn: 'Issued on',
    expiresOn: 'Valid until',
    receivedOn: 'Received on',
    trackingNumber: 'Number of registered mail',
    reason: 'Reason',
    refusalReason: 'Why the desk cannot comply',
    note: 'Note',
    initials: 'Initials',
    address: 'Address',
    items: 'What to mend',
    text: 'Text',
    sheet: 'Data sheet',
    until: 'Until',
    otherId: 'The other case',
  },
  reason: {
    'too-long-for-the-label':
      'The address of case {{number}} is too long for this label. Take a sheet with larger ones.',
    'too-long-for-the-window': 'The address is too long for the envelope’s window. Break its lines or shorten it.',
    'in-the-future': 'This day has not come yet. Choose today or a day before.',
    'in-the-past': 'This day is past. Choose today or a later day.',
    'before-what-it-follows': 'This is before the event it follows. Check the dates of the history.',
    'after-it-came': 'It was issued after the day it came. Check both dates.',
    'not-for-this-kind': 'A piece of this kind does not end that way.',
    'same-person': 'These are one person’s initials. Two people check, each with their own.',
    'another-course': 'A request and a complaint take different courses. Open a new case.',
    'answered-already': 'After the answer went out, kind and lane stay as they are.',
    'number-used-already': 'Another dispatch has this number already. Check the number of this letter.',
  },
}

export const faultWords = inBoth({ ja, en })
