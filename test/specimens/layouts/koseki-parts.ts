// What registers written down the page share: numbers in kanji.
import { inKanji } from '../places.ts'

/** Whole numbers as kanji digits of place value up to 99, digit by digit above: 1034 → 一〇三四. */
export function kanjiNumbers(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\d+/g, (number) =>
      number.length <= 2
        ? inKanji(Number(number))
        : [...number].map((digit) => (digit === '0' ? '〇' : inKanji(Number(digit)))).join(''),
    )
    .replaceAll('-', '番地')
}
