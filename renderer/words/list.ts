// Words of the list of cases: search, filters, kept views.
import { inBoth } from './in-both.ts'

export const listWords = inBoth({
  ja: {
    searchFields:
      '氏名・フリガナ・住所・案件番号・書留番号で探せます。全角半角、ひらがなカタカナ、旧字体、空白は区別しません。',
    found: '未破棄 {{open}} 件',
    foundWiped: '破棄済みの台帳 {{wiped}} 件',
    nothing: '当てはまる案件はありません。言葉を減らすか、絞り込みを外してください。',
    filter: '絞り込み',
    overdue: '期限超過だけ',
    from: '到達日(から)',
    to: '到達日(まで)',
    clear: '絞り込みを外す',
    views: '表示',
    everyOpen: '未破棄のすべて',
    keep: 'いまの絞り込みに名前を付けて保存',
    keepHint: '保存されるのは絞り込みの条件だけです。検索した言葉は保存されません。',
    kept: '表示を保存しました。',
    viewName: '表示の名前',
    viewNameHint: '氏名などの個人情報は入れないでください。',
    drop: '保存した表示を消す',
    dropOne: '「{{name}}」を消す',
  },
  en: {
    searchFields:
      'Searches name, kana, address, case number and registered mail number, whatever the width, kana, old characters or spaces.',
    found: '{{open}} not wiped',
    foundWiped: '{{wiped}} wiped rows of the ledger',
    nothing: 'No case matches. Use fewer words or drop a filter.',
    filter: 'Filter',
    overdue: 'Overdue only',
    from: 'Arrived from',
    to: 'Arrived until',
    clear: 'Drop the filters',
    views: 'Views',
    everyOpen: 'Every case not wiped',
    keep: 'Keep these filters under a name',
    keepHint: 'Only the filters are kept, never what was searched for.',
    kept: 'The view is kept.',
    viewName: 'Name of the view',
    viewNameHint: 'Please put no names of people here.',
    drop: 'Drop a kept view',
    dropOne: 'Drop “{{name}}”',
  },
})
