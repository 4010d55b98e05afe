// Printed labels as readers misread them: characters that look alike are folded together before comparing.

/**
 * What the readers return for characters of labels they do not know or mix up (measured on copies), including the
 * simplified Chinese shapes the line reader was trained on. Folding is for comparing only, never for showing.
 */
const lookalikes: Record<string, string> = {
  籍: '藉箱箔策籓籖簎耤箝籍',
  本: '夲夲',
  氏: '氐',
  住: '佳往',
  所: '昕',
  地: '她池',
  番: '審畨',
  号: '號',
  区: '區',
  県: '縣县',
  戸: '户戶卢',
  帯: '带帶',
  続: '続绩続统統續',
  柄: '抦',
  関: '关阙闋闗關',
  東: '东柬',
  頭: '头頭',
  筆: '笔',
  険: '険险險',
  証: '証证證',
  録: '录錄',
  国: '國囯',
  転: '転转轉',
  総: '总總',
  広: '广廣',
  沢: '泽澤',
  浜: '滨濱',
  辺: '边邊邉',
  児: '儿兒',
  島: '岛嶋',
  岡: '冈',
  長: '长',
  馬: '马',
  愛: '爱',
  縄: '绳繩',
  静: '靜',
  奈: '柰',
  栃: '枥',
  図: '图',
  徳: '德',
  発: '发發',
  効: '效',
  歳: '岁',
  様: '樣样',
  条: '條',
  許: '许',
  運: '运',
  種: '种',
  類: '类',
  課: '课',
  務: '务',
  職: '职',
  資: '资',
  認: '认',
  確: '确',
  書: '书',
  記: '记',
  載: '载',
  員: '员',
  会: '會',
  権: '权權',
  門: '门',
  見: '见',
  個: '个個',
  報: '报',
  届: '屆',
  別: '别',
  参: '參参',
  礼: '禮',
  塩: '盐',
  鳥: '鸟',
}

const foldTable = new Map<string, string>()
for (const [shape, others] of Object.entries(lookalikes)) {
  for (const other of others) foldTable.set(other, shape.charAt(0))
}
for (const dash of '‐‑‒–—―−ー─━') foldTable.set(dash, '-')

/** One character for one character, so that places in the text stay the same. */
export function fold(text: string): string {
  let folded = ''
  for (const char of text) folded += foldTable.get(char) ?? char
  return folded
}

/** Smallest number of changed, missing or added characters between `wanted` and any part of `text`; ≤ `limit` or null. */
export function nearest(text: string, wanted: string, limit: number): number | null {
  const rows = wanted.length
  let column = Array.from({ length: rows + 1 }, (_, index) => index)
  let best = column[rows]!
  for (const char of text) {
    const next = [0]
    for (let row = 1; row <= rows; row++) {
      const same = wanted.charAt(row - 1) === char ? 0 : 1
      next[row] = Math.min(column[row - 1]! + same, column[row]! + 1, next[row - 1]! + 1)
    }
    column = next
    best = Math.min(best, column[rows]!)
  }
  return best <= limit ? best : null
}

/** How many characters must change, go or come to make one text of the other. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1), row[j]! + 1, next[j - 1]! + 1)
    }
    row = next
  }
  return row[b.length]!
}

/** Share of the characters of `wanted` that stand in `text` in the same order, 0–1: what is left of a line in print too small to read. */
export function share(text: string, wanted: string): number {
  let row = Array.from({ length: wanted.length + 1 }, () => 0)
  for (const char of text) {
    const next = [0]
    for (let j = 1; j <= wanted.length; j++)
      next[j] = wanted.charAt(j - 1) === char ? row[j - 1]! + 1 : Math.max(row[j]!, next[j - 1]!)
    row = next
  }
  return row[wanted.length]! / wanted.length
}

/** Whether `text` contains `wanted`, allowing one wrong character per four. */
export function says(text: string, wanted: string): boolean {
  if (text.includes(wanted)) return true
  const limit = Math.floor(wanted.length / 4)
  return limit > 0 && nearest(text, wanted, limit) !== null
}

/** Characters the first reader has no class for and leaves out (kana and these kanji): dropped from both sides before comparing. */
const unspellable =
  /[\p{Script=Hiragana}\p{Script=Katakana}仮働児別効労埼変宮岡帳広従戸栃枠欄歴沖沢浜準潟畑異発県経続編縄臓証認謄転込辺辻録険隠項頼ー-]/gu

/** What is left of a text when every character is gone that one of the readers may leave out. */
export function bare(text: string): string {
  return fold(text).replace(unspellable, '')
}
