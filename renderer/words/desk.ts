// Words of the frame around every screen: navigation, banners, drop zone, lock.
import { inBoth } from './in-both.ts'

export const deskWords = inBoth({
  ja: {
    name: '個人情報デスク',
    navigation: '画面の切替え',
    board: '本日の状況',
    inbox: '受信箱',
    review: '原稿の確認',
    cases: '案件',
    case: '案件',
    wipe: '終了と破棄',
    certificates: '破棄証明書',
    certificate: '破棄証明書',
    reports: '月次報告',
    audit: '監査記録',
    staff: '職員',
    settings: '設定',
    rules: '規則',
    lock: 'ロック',
    lockHint: 'ロックする (Ctrl+L)',
    keys: 'キー操作の一覧 (?)',
    readOnlyTitle: '閲覧専用になっています',
    readOnly:
      '監査記録の連鎖に異常が見つかったため、変更を止めています。監査記録の画面で場所を確認し、管理者に知らせてください。',
    clockBehind:
      'このPCの時計が戻っています({{at}} の記録があります)。期限が正しく表示されません。時計を直してください。',
    storageTitle: '保管場所についての注意',
    storage: {
      'journals-data':
        'このディスクは書いた内容の控えを取る設定です。消したデータの写しがディスクに残ることがあります。',
      'copy-on-write': 'このディスクは上書きせずに書き足す方式です。消したデータの写しが残ることがあります。',
      overlay: '重ね合わせのディスク上にあります。消したデータの写しが下の層に残ることがあります。',
      'network-share': 'データが共有フォルダーにあります。サーバー側の控えは、このアプリからは消せません。',
      'cloud-synced':
        'データがクラウド同期のフォルダーにあります。同期先の写しは、このアプリからは消せません。場所を変えてください。',
      'encryption-unknown': 'ディスク全体の暗号化(BitLockerなど)を確認できません。管理者に確認してください。',
    },
    dropTitle: 'ここに放すと取り込みます',
    dropText: 'JPEG・PNG・TIFF・PDF(1ファイル 200 MB まで)',
    dropTooLarge: '「{{name}}」は 200 MB を超えるため、取り込みませんでした。',
    dropUnreadable: '「{{name}}」は読めないため、取り込みませんでした。フォルダーはそのままでは取り込めません。',
    dropTaken: '{{n}} 件のファイルを受け取りました。受信箱で進み具合を確認できます。',
    watchDrop: 'ファイルは画面のどこにドロップしても取り込めます。',
  },
  en: {
    name: 'Privacy Desk',
    navigation: 'Screens',
    board: 'Board',
    inbox: 'Inbox',
    review: 'Review',
    cases: 'Cases',
    case: 'Case',
    wipe: 'Close and wipe',
    certificates: 'Certificates',
    certificate: 'Certificate',
    reports: 'Reports',
    audit: 'Audit',
    staff: 'Staff',
    settings: 'Settings',
    rules: 'Rules',
    lock: 'Lock',
    lockHint: 'Lock the desk (Ctrl+L)',
    keys: 'Keyboard map (?)',
    readOnlyTitle: 'Read-only',
    readOnly:
      'The audit chain is broken, so nothing may be changed. See the place on the audit screen and tell the administrator.',
    clockBehind:
      'The clock of this PC was set back (something was recorded at {{at}}). Deadlines are shown wrongly; please set it right.',
    storageTitle: 'About the place of the data',
    storage: {
      'journals-data': 'This disk keeps a journal of file contents; copies of deleted data may remain on it.',
      'copy-on-write': 'This disk never writes in place; copies of deleted data may remain on it.',
      overlay: 'The data lie on an overlay; copies of deleted data may remain in the layer below.',
      'network-share': 'The data lie on a network share; the server’s own copies cannot be wiped from here.',
      'cloud-synced':
        'The data lie in a cloud-synced folder; copies there cannot be wiped from here. Please move them.',
      'encryption-unknown':
        'Full-disk encryption (such as BitLocker) could not be confirmed. Please ask the administrator.',
    },
    dropTitle: 'Drop here to take in',
    dropText: 'JPEG, PNG, TIFF, PDF (up to 200 MB a file)',
    dropTooLarge: '“{{name}}” is larger than 200 MB and was not taken in.',
    dropUnreadable: '“{{name}}” cannot be read and was not taken in. Folders cannot be dropped as they are.',
    dropTaken: '{{n}} file(s) received. See the inbox for their progress.',
    watchDrop: 'Files may be dropped anywhere on the window.',
  },
})
