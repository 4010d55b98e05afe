// 委任状 for the desk: filled in by hand, with an instruction about 本籍 that must not fire.
import { escape, specimenMark } from '../drawing.ts'
import { inEra } from '../people.ts'
import { a4Mm } from './layout.ts'
import type { Layout } from './layout.ts'

export const powerOfAttorney: Layout = {
  id: 'power-of-attorney',
  kind: 'application-form',
  part: 'held-back',
  form: 'sheet',
  ...a4Mm,
  people: [2, 2],
  domicile: 'never',
  draw(input) {
    const [person, agent] = input.people
    const hand = (text: string): string =>
      `<span style="font-family:${input.ink.hand};font-size:5.2mm;color:#1d2740;white-space:nowrap">${escape(text)}</span>`
    const line = (name: string, html: string): string =>
      `<div style="display:flex;align-items:flex-end;height:12mm;border-bottom:.2mm solid #444"><div style="width:32mm">${name}</div>${html}</div>`
    return `<div style="position:relative;box-sizing:border-box;width:210mm;height:297mm;padding:22mm 24mm;font-family:${input.ink.print};font-size:3.9mm;color:#111">
      ${specimenMark(0.9, 0.02, 2.6)}<div style="text-align:center;font-size:7.5mm;letter-spacing:8mm;margin-bottom:8mm">委任状</div>
      <div>代理人</div>${line('住　所', hand(person.address))}${line('氏　名', hand(`${agent?.family ?? ''}　${agent?.given ?? ''}`))}
      <p style="line-height:1.9">私は、上記の者を代理人と定め、個人情報デスクに対する保有個人データの開示の請求及びその通知の受領に関する一切の権限を委任します。</p>
      <div>委任者（ご本人）</div>${line('住　所', hand(person.address))}${line('氏　名', hand(`${person.family}　${person.given}`))}${line('生年月日', hand(inEra(person.birth)))}
      <p style="font-size:3.3mm;line-height:1.8;margin-top:8mm">【ご注意】本籍・国籍の欄がある書類は、その欄を塗りつぶしてから写しをおとりください。本籍地：記入不要。<br>戸籍謄本により代理権を示す場合は、本籍及び筆頭者の番地まで黒く塗りつぶしてください。</p></div>`
  },
}
