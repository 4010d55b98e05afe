// What is made of words read from an ID: dates, machine-readable lines, two readings of one line, and where each value stands.
import { describe, expect, it } from 'vitest'
import { findIdentity } from '../../../shared/rules/identity/find-identity.ts'
import { checkDigit, isLowerLine, isUpperLine, readMachineLines } from '../../../shared/rules/identity/machine-lines.ts'
import { settle } from '../../../shared/rules/identity/settle.ts'
import { writtenDates } from '../../../shared/rules/identity/written-date.ts'
import { kindOf } from '../../../shared/rules/screening/kind.ts'
import { makeWord } from '../../../shared/rules/screening/words.ts'
import type { Word } from '../../../shared/rules/screening/words.ts'
import { viewOf } from '../screening/made-up-page.ts'

describe('dates as documents print them', () => {
  it.each([
    ['昭和61年5月1日生', ['1986-05-01']],
    ['平成元年3月31日生2025年3月31日まで有効', ['1989-03-31', '2025-03-31']],
    ['2024年(令和06年)06月01日まで有効', ['2024-06-01']],
    ['令和01年05月07日12345', ['2019-05-07']],
    ['今和6年2月29日', ['2024-02-29']],
    ['1985年12月31日', ['1985-12-31']],
    ['S61.5.1', ['1986-05-01']],
    ['20FEB1979', ['1979-02-20']],
    ['昭和六十年四月十一日', ['1985-04-11']],
    ['昭和64年1月7日', ['1989-01-07']],
    ['昭和64年1月8日', []],
    ['令和00年00月00日', []],
    ['平成31年2月30日', []],
    ['2024年(平成06年)06月01日まで有効', []],
    ['東京都千代田区霞が関2-1-2', []],
  ])('%s', (text, dates) => {
    expect(writtenDates(text).map(({ date }) => date)).toEqual(dates)
  })
})

describe('machine-readable lines', () => {
  const upper = 'P<JPNGAIMU<<SAKURA<<<<<<<<<<<<<<<<<<<<<<<<<<'
  const lower = 'XS12345673JPN7902206F1603202<<<<<<<<<<<<<<02'

  it('are told from other print', () => {
    expect([isUpperLine(upper), isLowerLine(lower)]).toEqual([true, true])
    expect([isUpperLine('PASSPORT'), isLowerLine(upper), isUpperLine(lower)]).toEqual([false, false, false])
  })

  it('name the bearer, the birth date and the expiry', () => {
    expect(readMachineLines(upper, lower)).toEqual({
      surname: 'GAIMU',
      given: 'SAKURA',
      birthDate: '1979-02-20',
      expiresOn: '2016-03-20',
    })
  })

  it('are read through fillers and digits taken for letters', () => {
    const read = readMachineLines('P«JPNGAIMU««SAKURA««««««', 'XS1234567JPN79O22O6FI6O32O2««««')
    expect(read).toMatchObject({ surname: 'GAIMU', birthDate: '1979-02-20', expiresOn: '2016-03-20' })
  })

  it('say nothing of a date whose check digit does not fit', () => {
    expect(readMachineLines(upper, 'XS12345673JPN7903206F1603202<<<<<<<<<<<<<<02').birthDate).toBeNull()
  })

  it('are checked by weights 7, 3, 1', () => {
    expect([checkDigit('790220'), checkDigit('160320'), checkDigit('XS1234567')]).toEqual([6, 2, 3])
  })
})

describe('two readings of one line', () => {
  /** A space is where nothing was read. */
  const read = (text: string, sure = 0.95) =>
    [...text].map((char, index) => ({ char, sure, at: (index + 0.5) / 20 })).filter(({ char }) => char !== ' ')

  it('agree when they say the same, in Chinese shapes or not', () => {
    expect(settle(read('兵庫县姬路市'), read('兵庫県姫路市'))).toMatchObject({ text: '兵庫県姫路市', agreed: true })
  })

  it('agree when the first one only lacks what it cannot spell', () => {
    expect(settle(read('見本花子'), read('見本花子'))).toMatchObject({ agreed: true })
    expect(settle(read('佐 本'), read('佐々本さくら'))).toMatchObject({ agreed: false })
    expect(settle(read(' 本 桜'), read('ほ本の桜'))).toMatchObject({ text: 'ほ本の桜', agreed: true })
  })

  it('do not agree when they say different things, and the surer one counts', () => {
    const { text, agreed, sure } = settle(read('太田'), read('大田', 0.6))
    expect([text, agreed]).toEqual(['太田', false])
    expect(sure).toBeLessThan(0.8)
  })

  it('do not agree on kana that stand where nothing was left between two characters', () => {
    const second = [...read('久保 6-39'), { char: 'ら', sure: 0.95, at: 0.09 }].toSorted((a, b) => a.at - b.at)
    expect(settle(read('久保 6-39'), second)).toMatchObject({ text: '久保6-39', agreed: false })
    const repeated = [...read('号 コー 青'), { char: 'ボ', sure: 0.9, at: 0.205 }, { char: 'ポ', sure: 0.9, at: 0.225 }]
    expect(
      settle(
        read('号    青'),
        repeated.toSorted((a, b) => a.at - b.at),
      ).agreed,
    ).toBe(false)
  })

  it('keep a stroke between digits as a hyphen, and kanji among kanji', () => {
    expect(settle(read('39一9'), read('39ー9')).text).toBe('39-9')
    expect(settle(read('久保二丁目'), read('久保ニ丁目'))).toMatchObject({ text: '久保二丁目', agreed: true })
    expect(settle(read('3=27-1'), read('3-27=1'))).toMatchObject({ text: '3-27-1', agreed: true })
    expect(settle(read('安田3-27', 0.4), read('安田ヨ-27'))).toMatchObject({ text: '安田3-27', agreed: false })
    expect(settle(read('丸の内ー丁目'), read('丸の内ー丁目')).text).toBe('丸の内一丁目')
    expect(settle(read('浩二'), read('浩ニ')).text).toBe('浩二')
    expect(settle(read('    口青葉'), read('ハイツ ロ青葉')).text).toContain('ハイツ')
  })

  it('do not agree on a lone katakana beside hiragana, and do on one in its own company', () => {
    expect(settle(read('桑原    '), read('桑原ミさくら')).agreed).toBe(false)
    expect(settle(read('桑原   '), read('桑原さくら')).agreed).toBe(true)
    expect(settle(read('千 子'), read('千ヨ子')).agreed).toBe(true)
    expect(settle(read('葛西   '), read('葛西マリヤ')).agreed).toBe(true)
  })

  it('read the zero at the end of a word in capitals as the O it is', () => {
    expect(settle(read('PARK JIS00'), read('PARK JIS0O')).text).toBe('PARKJISOO')
    expect(settle(read('AB100'), read('AB100')).text).toBe('AB100')
  })

  it('do not agree when only one of them read anything', () => {
    expect(settle(read('山田'), [])).toMatchObject({ text: '山田', agreed: false })
    expect(settle([], [])).toEqual({ text: '', sure: 0, agreed: false })
  })

  it('keep the hyphen and the digits of an address', () => {
    expect(settle(read('4-1-3'), read('4一1ー3'))).toMatchObject({ text: '4-1-3', agreed: true })
  })
})

describe('where the values of an ID stand', () => {
  /** One character is 20 pixels wide and high. */
  function word(text: string, x: number, y: number): Word {
    const letters = [...text].map((char, index) => ({ char, sure: 0.95, x: x + 20 * index + 10, others: '' }))
    return makeWord(letters, { x, y, w: 20 * letters.length, h: 20 })
  }

  /** One character below the other. */
  function column(text: string, x: number, y: number): Word {
    const letters = [...text].map((char) => ({ char, sure: 0.95, x: x + 10, others: '' }))
    return makeWord(letters, { x, y, w: 20, h: 20 * letters.length }, true)
  }

  function found(...words: Word[]) {
    const { kind, kinds } = kindOf(words)
    const view = viewOf(kind, words, { kinds, width: 1400, height: 1000 })
    const { people, address, issuedOn, expiresOn } = findIdentity(view)
    const texts = (some: Word[]): string[] => some.map(({ text }) => text)
    return {
      people: people.map(({ name, kana, birthDate }) => [texts(name), texts(kana), birthDate?.date ?? null]),
      address: texts(address),
      dates: [issuedOn?.date ?? null, expiresOn?.date ?? null],
    }
  }

  it('on a licence', () => {
    expect(
      found(
        word('氏名', 40, 40),
        word('見本花子昭和61年5月1日生', 140, 40),
        word('住所東京都千代田区霞が関2-1-2', 40, 90),
        word('コーポ桜101', 80, 115),
        word('交付', 40, 150),
        word('令和03年08月11日12345', 140, 150),
        word('2026年(令和08年)04月03日まで有効', 40, 200),
        word('免許の条件等', 40, 250),
        word('東京都公安委員会', 800, 500),
      ),
    ).toEqual({
      people: [[['見本花子'], [], '1986-05-01']],
      address: ['東京都千代田区霞が関2-1-2', 'コーポ桜101'],
      dates: ['2021-08-11', '2026-04-03'],
    })
  })

  it('on the back of a licence the last entry holds', () => {
    expect(
      found(
        word('備考', 40, 40),
        word('令和5年4月1日新住所東京都港区麻布十番2-3-4', 40, 90),
        word('令和6年4月1日新住所東京都北区王子1-2-3', 40, 140),
      ).address,
    ).toEqual(['東京都北区王子1-2-3'])
  })

  it('on the back of a licence neither under the entry nor over it is a seal an address', () => {
    const seals = [column('埼玉公', 960, 88), word('公', 935, 80)]
    const entry = [word('平14.4.17', 40, 120), word('埼玉県川口市青木七丁目5番28号', 260, 124)]
    expect(found(word('備', 40, 40), word('考', 400, 40), word('新住所', 260, 90), ...entry, ...seals).address).toEqual(
      ['埼玉県川口市青木七丁目5番28号'],
    )
    expect(found(word('備考', 40, 40), word('新住所', 260, 90), ...seals).address).toEqual([])
    expect(found(word('備考', 40, 40), word('令和5年9月18日新氏名見本花子', 40, 90), ...seals).people).toEqual([
      [['見本花子'], [], null],
    ])
  })

  it('on the back of a residence card the last entry of the column holds', () => {
    expect(
      found(
        word('住居地記載欄', 460, 20),
        word('届出年月日', 40, 60),
        word('住居地', 500, 60),
        word('2023年03月22日', 40, 95),
        word('愛媛県今治市別宮町2-4-18', 330, 95),
        word('2024年05月01日', 40, 130),
        word('東京都北区王子1-2-3', 330, 130),
        word('資格外活動許可欄', 40, 300),
      ).address,
    ).toEqual(['東京都北区王子1-2-3'])
  })

  it('on a passport the issue is five or ten years before the expiry, whatever a birth date was misread as', () => {
    const lines = ['P<JPNGAIMU<<SAKURA<<<<<<<<<<<<<<<<<<<<<<<<<<', 'XS12345673JPN7902206F1603202<<<<<<<<<<<<<<02']
    const machineLines = lines.map((line, at) => word(line, 40, 800 + 60 * at))
    const printed = (birth: string) =>
      found(word(birth, 500, 200), word('20MAR2006', 300, 300), word('20MAR2016', 300, 400), ...machineLines)
    expect(printed('20FEB1979').dates[0]).toBe('2006-03-20')
    expect(printed('20FEB2009').dates[0]).toBe('2006-03-20')
    expect(found(word('20FEB1999', 500, 200), word('20MAR2016', 300, 400), ...machineLines).dates[0]).toBeNull()
  })

  it('on a card that says its labels in two languages, level with the middle of both', () => {
    expect(
      found(
        word('氏名', 40, 30),
        word('NAME', 40, 52),
        word('LIMING', 160, 42),
        word('見本', 900, 42),
        word('生年月日', 40, 100),
        word('DATEOFBIRTH', 40, 122),
        word('1992年01月01日', 320, 116),
        word('住居地', 40, 200),
        word('ADDRESS', 40, 222),
        word('京都府京都市中京区上本能寺前町603番地9', 240, 218),
      ),
    ).toMatchObject({
      people: [[['LIMING'], [], '1992-01-01']],
      address: ['京都府京都市中京区上本能寺前町603番地9'],
    })
  })

  it('under their furigana, one to a card, whoever else is named on it', () => {
    expect(
      found(
        word('健康保険被保険者証', 40, 10),
        word('記号21700023', 40, 60),
        word('みほんはなこ', 200, 105),
        word('氏名', 40, 130),
        word('見本花子', 200, 130),
        word('被保険者氏名', 40, 400),
        word('見本太郎', 300, 400),
      ).people,
    ).toEqual([[['見本花子'], [], null]])
  })

  it('on a 住民票 of two, with the date of the certificate', () => {
    expect(
      found(
        word('住民票', 600, 10),
        word('住所', 40, 60),
        word('東京都北区王子1-2-3', 200, 60),
        word('前住所', 40, 100),
        word('東京都港区麻布十番2-3-4', 200, 100),
        word('氏名', 40, 200),
        word('見本太郎', 200, 200),
        word('生年月日', 40, 240),
        word('昭和61年5月1日', 200, 240),
        word('氏名', 40, 400),
        word('見本花子', 200, 400),
        word('生年月日', 40, 440),
        word('平成2年3月4日', 200, 440),
        word('この写しは、住民票の原本と相違ないことを証明する。', 40, 800),
        word('令和8年11月1日', 60, 850),
      ),
    ).toEqual({
      people: [
        [['見本太郎'], [], '1986-05-01'],
        [['見本花子'], [], '1990-03-04'],
      ],
      address: ['東京都北区王子1-2-3'],
      dates: ['2026-11-01', null],
    })
  })

  it('on a card the expiry of the certificate in it is not the card’s own', () => {
    expect(
      found(
        word('氏名', 20, 40),
        word('西村花子', 120, 40),
        word('住所', 20, 90),
        word('兵庫県姫路市安田三丁目2番20号', 120, 90),
        word('昭和60年5月1日生2031年4月5日まで有効', 300, 150),
        word('電子証明書の有効期限2029年4月5日', 600, 190),
        word('個人番号カード', 1000, 60),
      ),
    ).toEqual({
      people: [[['西村花子'], [], '1985-05-01']],
      address: ['兵庫県姫路市安田三丁目2番20号'],
      dates: [null, '2031-04-05'],
    })
  })

  it('on a 資格情報のお知らせ the address is the one the letter is for, not its sender’s', () => {
    const sender = [word('〒102-8575', 40, 700), word('東京都千代田区九段北4-2-1', 40, 730)]
    const title = word('資格情報のお知らせ', 300, 200)
    const to = [word('〒160-0023', 40, 40), word('東京都新宿区西新宿2-8-1', 40, 70), word('メゾン桜台203号', 40, 100)]
    const name = word('見本花子様', 40, 130)
    expect(found(...to, name, title, ...sender).address).toEqual(['東京都新宿区西新宿2-8-1', 'メゾン桜台203号'])
    expect(found(title, ...sender).address).toEqual([])
    expect(found(...to, name).address).toEqual([])
  })

  it('finds nothing on a page that says nothing', () => {
    expect(found(word('拝啓', 40, 40))).toEqual({ people: [], address: [], dates: [null, null] })
  })
})
