// Words of the table of fields that must be masked.
import { inBoth } from './in-both.ts'

export const maskingPolicyWords = inBoth({
  ja: {
    title: '墨消しの基準',
    intro:
      '書類ごとに、見えていたら墨消しの判断を求める項目です。チェックを外した項目は検出として表示されますが、判断は求められません。本籍と個人番号は外せません。',
    document: '書類',
    cell: '{{document}}の{{field}}を墨消しする',
    notPrinted: 'この書類にはない項目',
    legend:
      '–：この書類にはない項目。見つかったときは墨消しの判断を求めます。種類の分からない書類では、すべての項目が対象です。',
    save: '基準を保存',
    discard: '変更を取り消す',
    saved: '墨消しの基準を保存しました。',
    history: '変更の記録',
    neverChanged: '初期値のままです。変更した人と日時はここに残ります。',
    byUpgrade: '以前の設定から引き継ぎ',
    nowMasked: '{{document}}の{{field}}：墨消しする',
    nowKept: '{{document}}の{{field}}：残してよい',
    joint: '、',
  },
  en: {
    title: 'What must be masked',
    intro:
      'Per document, the fields that ask for a masking decision when they can be seen. An unticked field is still shown as found, but asks for none. 本籍 and 個人番号 cannot be unticked.',
    document: 'Document',
    cell: 'Mask {{field}} on {{document}}',
    notPrinted: 'Not on this document',
    legend:
      '–: not on this document; if it is found there after all, it asks for a decision. On documents of an unknown kind every field does.',
    save: 'Save the table',
    discard: 'Undo changes',
    saved: 'The table has been saved.',
    history: 'Changes',
    neverChanged: 'Unchanged since installation. Who changes it, and when, is kept here.',
    byUpgrade: 'Taken over from an earlier setting',
    nowMasked: '{{field}} on {{document}}: mask',
    nowKept: '{{field}} on {{document}}: may be kept',
    joint: ', ',
  },
})
