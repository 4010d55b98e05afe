// What broke off is told from what can be a whole name or address.
import { expect, it } from 'vitest'
import { canBeWholeAddress, canBeWholeName } from '../../../shared/rules/identity/can-be-whole.ts'

it.each([
  ['坂本', false],
  ['坂本 直樹', true],
  ['坂本直樹', true],
  ['林 茜', true],
  ['林茜', false],
  ['マリア・シルバ', true],
  ['NGUYEN', false],
  ['NGUYEN VAN A', true],
  ['', false],
])('the name %s can be whole: %s', (text, whole) => expect(canBeWholeName(text)).toBe(whole))

it.each([
  ['千葉県船橋市湊', false],
  ['千葉県船橋市湊町二丁目10番25号', true],
  ['東京都千代田区霞が関2-1-2', true],
  ['札幌市中央区北1条西', false],
  ['長野県下高井郡野沢温泉村大字豊郷九千八百十七番地', true],
])('the address %s can be whole: %s', (text, whole) => expect(canBeWholeAddress(text)).toBe(whole))
