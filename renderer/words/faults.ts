// One calm sentence per fault, saying what to do.
import type { FaultCode } from '../../shared/faults.ts'
import { inBoth } from './in-both.ts'

/** Codes whose detail makes a more helpful sentence. */
type Detailed =
  | 'letterTextWhere'
  | 'bugWithId'
  | 'wait'
  | 'missingGlyphs'
  | 'addressTooLong'
  | 'dateBetween'
  | 'recoveryCodeSlip'

type FaultWords = Record<FaultCode | Detailed, string>

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
  'still-screening': 'まだ読み取りの途中です。終わってからもう一度行ってください。',
  undecided: '判断が済んでいない検出か、目視で確認していないページがあります。',
  'wrong-stage': 'この原稿は、いまその操作ができる段階にありません。画面を確認してください。',
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
  addressTooLong: '住所が長く、封筒の窓に収まりません。建物名などで改行するか、短くしてください。',
  dateBetween: 'その日付は使えません。{{from}} から {{to}} までの日付にしてください。',
  recoveryCodeSlip: '回復コードに打ち間違いがあります。用紙の文字をもう一度確認してください。',
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
  'still-screening': 'The pages are still being read. Please try again when that is done.',
  undecided: 'There are findings without a decision, or pages nobody has confirmed by eye.',
  'wrong-stage': 'The scan is not at the stage where this can be done.',
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
  addressTooLong: 'The address is too long for the envelope’s window. Break its lines or shorten it.',
  dateBetween: 'This date cannot be. Choose one from {{from}} to {{to}}.',
  recoveryCodeSlip: 'There is a slip in the recovery code. Please check the sheet once more.',
}

export const faultWords = inBoth({ ja, en })
