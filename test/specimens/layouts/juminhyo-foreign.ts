// 住民票 of a foreign resident: 国籍・地域 and the residence card's number stand where others have 本籍 and 筆頭者.
import { escape, said, specimenMark } from '../drawing.ts'
import { digits, padded } from '../people.ts'
import { cell, certification, grid, labelCss, movedDate } from './juminhyo-parts.ts'
import { a4Mm } from './layout.ts'
import type { Layout } from './layout.ts'

export const juminhyoForeign: Layout = {
  id: 'juminhyo-foreign',
  kind: 'juminhyo',
  part: 'tuned',
  form: 'sheet',
  ...a4Mm,
  people: [1, 1],
  domicile: 'never',
  draw(input) {
    const [person] = input.people
    const { random } = input
    const [name, country] = random.pick([
      ['TRAN THI MAI', 'ベトナム'],
      ['BROWN THOMAS', '英国'],
      ['WANG FANG', '中国'],
    ] as const)
    const label = (column: number, columns: number, row: number, text: string): string =>
      cell(column, columns, row, 1, text, labelCss)
    // Foreign residents' birthdays are given in Western years.
    const { year, month, day } = person.birth
    const rows: readonly (readonly [string, string, string, string])[] = [
      ['氏名', said('name', name), '通称', ''],
      ['生年月日', `${year}年${padded(month)}月${padded(day)}日`, '性別', person.sex],
      ['世帯主', escape(name), '続柄', '世帯主'],
      ['国籍・地域', country, '在留資格', random.pick(['永住者', '技術・人文知識・国際業務', '留学'])],
      [
        '在留期間',
        `${1 + random.below(5)}年`,
        '在留期間の満了の日',
        `${2027 + random.below(4)}年${padded(month)}月${padded(day)}日`,
      ],
      ['在留カード等の番号', `AB${digits(8, random)}CD`, '外国人住民となった年月日', movedDate(input, person)],
    ]
    const cells = rows
      .map(
        ([left, first, right, second], at) =>
          label(1, 7, at + 1, left) +
          cell(8, 13, at + 1, 1, first) +
          label(21, 8, at + 1, right) +
          cell(29, 12, at + 1, 1, second),
      )
      .join('')
    const addresses =
      label(1, 7, 7, '住所') +
      cell(8, 33, 7, 1, escape(person.address)) +
      label(1, 7, 8, '前住所') +
      cell(8, 33, 8, 1, escape(person.formerAddress))
    return `<div style="position:relative;box-sizing:border-box;width:210mm;height:297mm;padding:18mm 17mm;font-family:${input.ink.print};font-size:3.5mm;color:#111">
      ${specimenMark(0.9, 0.02, 2.6)}<div style="text-align:center;font-size:6.8mm;letter-spacing:6mm;margin-bottom:5mm">住民票</div>
      ${grid(40, 'repeat(8, 9mm)', cells + addresses)}<div style="margin-top:14mm">${certification(input, 'この写しは、住民票の原本と相違ないことを証明する。')}</div></div>`
  },
}
