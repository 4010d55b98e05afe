// Check digits of numbers nobody may keep: they tell such a number from any other row of digits.

/** 個人番号, 12 digits. Source: 番号法の規定による通知カード及び個人番号カード並びに情報提供ネットワークシステムによる特定個人情報の提供等に関する省令 第5条. */
export function isIndividualNumber(digits: string): boolean {
  if (!/^[0-9]{12}$/.test(digits)) return false
  let sum = 0
  for (let n = 1; n <= 11; n++) sum += Number(digits[11 - n]) * (n <= 6 ? n + 1 : n - 5)
  const remainder = sum % 11
  return Number(digits[11]) === (remainder <= 1 ? 0 : 11 - remainder)
}

/** 住民票コード, 11 digits: weights 2–7 then 2–5 from the right. Source: 住民基本台帳法施行規則 第1条 (モジュラス11). */
export function isResidentCode(digits: string): boolean {
  if (!/^[0-9]{11}$/.test(digits)) return false
  let sum = 0
  for (let n = 1; n <= 10; n++) sum += Number(digits[10 - n]) * (n <= 6 ? n + 1 : n - 5)
  const remainder = sum % 11
  return Number(digits[10]) === (remainder <= 1 ? 0 : 11 - remainder)
}

/** 保険者番号, 8 or 6 digits: weights 2 and 1 from the right, digits of products summed (モジュラス10). Source: 保険者番号等設定要領. */
export function isInsurerNumber(digits: string): boolean {
  if (!/^(?:[0-9]{8}|[0-9]{6})$/.test(digits)) return false
  let sum = 0
  for (let n = 1; n < digits.length; n++) {
    const product = Number(digits[digits.length - 1 - n]) * (n % 2 === 1 ? 2 : 1)
    sum += product > 9 ? product - 9 : product
  }
  return Number(digits.at(-1)) === (10 - (sum % 10)) % 10
}
