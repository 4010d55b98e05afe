// Words of the post: sheets for the scanner, the check of an envelope, places of a postal code.
import { inBoth } from './in-both.ts'

export const postWords = inBoth({
  ja: {
    sheet: { separator: '仕切り紙', cover: '表紙' },
    sheetHint: {
      separator: '郵便物と郵便物の間に挟んでまとめてスキャンすると、原稿がこの紙のところで分かれます。',
      cover: '書類の上に載せてスキャンすると、原稿がこの案件に入ります。個人情報は記されません。',
    },
    copies: '部数',
    saveSheet: 'PDF で保存',
    envelope: '封筒の照合',
    envelopeHint:
      '封をする前に、通知・別紙・宛名ラベルなど封筒に入れるもの一つずつについて、下端のバーコードを読み取るか、短いコードを入力して Enter を押してください。',
    envelopeCode: 'この封筒のコード',
    pieces: '封筒に入れるもの',
    pieceCount: '{{n}} 点',
    nextPiece: '{{n}} 点目のコード ({{of}} 点中)',
    match: 'すべて同じ封筒のものです。封をしてください。',
    mismatch: '封をしないでください',
    mismatchHint: '{{n}} 点目は、この封筒のものではありません。中身を確かめて、はじめから照合してください。',
    again: 'はじめから',
    places: '郵便番号の地域',
    noPlaces: 'この郵便番号は収録されていません。番号を確かめてください。',
    otherPlaces: 'この郵便番号の地域は {{places}} です。入力済みの住所は変えていません。',
  },
  en: {
    sheet: { separator: 'Separator sheet', cover: 'Cover sheet' },
    sheetHint: {
      separator: 'Put between two pieces of post and scanned with them, it cuts the scan in two at its place.',
      cover: 'Put on top of papers and scanned with them, it leads the scan to this case. It shows no personal data.',
    },
    copies: 'Copies',
    saveSheet: 'Save as PDF',
    envelope: 'Check the envelope',
    envelopeHint:
      'Before sealing, scan the bars at the foot of each piece that goes in (letter, data sheet, label), or type its short code and press Enter.',
    envelopeCode: 'Code of this envelope',
    pieces: 'Pieces of this envelope',
    pieceCount: '{{n}} pieces',
    nextPiece: 'Code of piece {{n}} of {{of}}',
    match: 'All of them belong to this envelope. Seal it.',
    mismatch: 'Do not seal it',
    mismatchHint:
      'Piece {{n}} does not belong to this envelope. Look at what is in it, and check again from the start.',
    again: 'From the start',
    places: 'Places of the postal code',
    noPlaces: 'This postal code is not in the list. Look at the number again.',
    otherPlaces: 'This postal code belongs to {{places}}. What you typed was left as it is.',
  },
})
