// Numbers written in kanji, as in dates and addresses.

/** `kanjiNumber('二十三')` and `kanjiNumber('二三')` are `'23'`; up to 9999. */
export function kanjiNumber(written: string): string {
  const digit = (char: string): number => '〇一二三四五六七八九'.indexOf(char)
  if (!/[十百千]/.test(written)) return [...written].map((char) => String(digit(char))).join('')
  let sum = 0
  let open = 0
  for (const char of written) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[char]
    if (unit === undefined) open = open * 10 + digit(char)
    else {
      sum += (open === 0 ? 1 : open) * unit
      open = 0
    }
  }
  return String(sum + open)
}
