// What a copy makes of 住所 and the other labels of addresses that are no 本籍.
import { isAddressLabel, longestLabel } from './labels.ts'
import { distance, fold } from './spelling.ts'

/** Labels of addresses that are no 本籍, as a whole. */
const addressLabelNames = [
  '住所',
  '前住所',
  '現住所',
  '旧住所',
  '新住所',
  '転入前住所',
  '転出先住所',
  '転出先',
  '転出予定先',
  '最終住所',
  '最終の住所',
  '従前の住所',
  '最終住民記録地',
  '転居前住所',
  '請求者住所',
  '住居地',
  '居所',
  '所在地',
  '事業所所在地',
  '保険者所在地',
  '送付先',
  '出生地',
  '届出地',
].map(fold)

/** An address label, or what a copy made of one. */
export function isLikeAddressLabel(text: string): boolean {
  if (isAddressLabel(text)) return true
  const letters = [...text].filter((char) => /\p{Letter}/u.test(char))
  if (letters.length === 0 || letters.length > longestLabel) return false
  // No label of a 本籍 ends in 所.
  if (letters.length <= 4 && letters.at(-1) === '所') return true
  // One of the two characters that 本籍 has not is enough when the other was misread.
  if (letters.length <= 3 && letters.some((char) => '住位佳往'.includes(char)) && !/[本籍]/.test(text)) return true
  return addressLabelNames.some((name) => alike(letters.join(''), name))
}

/** As long as the name give or take one, and at most one character in three is another. */
function alike(text: string, name: string): boolean {
  return name.length >= 3 && Math.abs(text.length - name.length) <= 1 && distance(text, name) <= name.length / 3
}
