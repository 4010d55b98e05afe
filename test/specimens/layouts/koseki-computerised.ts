// 戸籍の全部事項証明書 of the computerised registers: labels left, entries right, a line between sections.
import { escape, label, specimenMark, value } from '../drawing.ts'
import type { LayoutInput } from '../drawing.ts'
import { certification, movedDate, municipalityOf } from './juminhyo-parts.ts'
import { birthOf } from './juminhyo-parts.ts'
import { a4Mm } from './layout.ts'
import type { Layout } from './layout.ts'

const sections = (rows: readonly (readonly [string, string])[]): string =>
  rows
    .map(
      ([name, html]) =>
        `<div style="display:flex;min-height:7mm;align-items:center"><div style="width:46mm;padding-left:2mm">${name}</div><div style="border-left:.2mm solid #222;padding:1.4mm 0 1.4mm 4mm;flex:1">${html}</div></div>`,
    )
    .join('')

export const kosekiComputerised: Layout = {
  id: 'koseki-computerised',
  kind: 'koseki',
  part: 'tuned',
  form: 'sheet',
  ...a4Mm,
  people: [1, 3],
  domicile: 'always',
  draw(input) {
    const [first] = input.people
    return `<div style="position:relative;box-sizing:border-box;width:210mm;height:297mm;padding:14mm 18mm;font-family:${input.ink.print};font-size:3.7mm;color:#111">
      ${specimenMark(0.05, 0.02, 2.6)}
      <div style="display:flex;justify-content:space-between"><span>（１の１）</span><span style="border:.3mm solid #222;padding:1mm 3mm">全部事項証明</span></div>
      <div style="border:.4mm solid #222;margin-top:3mm">
        ${sections([
          [
            label(input, 'permanent-domicile', spaced(input)),
            `<span style="font-size:4mm">${value(input, 'permanent-domicile', first.domicile)}</span>`,
          ],
          [
            label(input, 'head-of-register', '氏　　名'),
            `<span style="font-size:4.6mm">${value(input, 'head-of-register', first.head)}</span>`,
          ],
        ])}
        <div style="border-top:.3mm solid #222">${sections([['戸籍事項<br>　　戸籍改製', `【改製日】平成${13 + input.random.below(10)}年３月１７日<br>【改製事由】平成６年法務省令第５１号附則第２条第１項による改製`]])}</div>
        ${input.people
          .map(
            (person) =>
              `<div style="border-top:.3mm solid #222">${sections([
                [
                  '戸籍に記録されている者',
                  `【名】${escape(person.given)}<br>【生年月日】${birthOf(person)}　　【配偶者区分】${person.relation === '子' ? '' : person.sex === '男' ? '夫' : '妻'}<br>【父】${escape(person.family)}一夫<br>【母】${escape(person.family)}良子<br>【続柄】${person.sex === '男' ? '長男' : '長女'}`,
                ],
                [
                  '身分事項<br>　　出　　生',
                  `【出生日】${birthOf(person)}<br>【出生地】${escape(municipalityOf(person))}<br>【届出日】${movedDate(input, person)}<br>【届出人】父`,
                ],
              ])}</div>`,
          )
          .join('')}
      </div>
      <div style="position:absolute;left:18mm;right:18mm;bottom:16mm">${certification(input, 'これは、戸籍に記録されている事項の全部を証明した書面である。')}</div></div>`
  },
}

function spaced(input: LayoutInput): string {
  return input.random.chance(0.7) ? '本　　籍' : '本籍'
}
