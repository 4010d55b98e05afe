// Small fictional mail for the back room's tests, drawn on the spot: a 住民票 with a visible 本籍, plain pages, broken files.
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'

const fontfile = fileURLToPath(
  new URL('../../node_modules/@expo-google-fonts/biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf', import.meta.url),
)

/** Words that stand in the drawn 住民票: none of them may ever be found in plain bytes. */
export const secrets = ['見本県架空市本町', '架空 花子']

const white = { r: 255, g: 255, b: 255 }

/** A whole page at 200 dpi with a ruled grid and a 本籍 row. */
export async function juminhyo({
  domicile = '見本県架空市本町一丁目２３番地',
  head = '架空 太郎',
} = {}): Promise<Buffer> {
  const rows = [
    ['氏名', '架空 花子'],
    ['生年月日', '昭和六十年四月一日'],
    ['住所', '見本県架空市中央三丁目四番五号'],
    ['本籍', domicile],
    ['筆頭者', head],
  ]
  const texts = [{ text: '住民票', left: 680, top: 180, size: 60 }]
  for (const [index, [label = '', value = '']] of rows.entries()) {
    texts.push(
      { text: label, left: 230, top: 510 + index * 160, size: 36 },
      { text: value, left: 570, top: 510 + index * 160, size: 36 },
    )
  }
  texts.push({ text: 'この写しは、住民票の原本と相違ないことを証明する。', left: 230, top: 1500, size: 32 })
  const lines = rows.flatMap((_, index) => [`M200 ${460 + index * 160}H1450`])
  const grid = `<svg width="1654" height="2339"><path d="${lines.join('')}M200 1260H1450M200 460V1260M520 460V1260M1450 460V1260" stroke="black" stroke-width="3" fill="none"/></svg>`
  const drawn = await Promise.all(
    texts.map(async ({ text, left, top, size }) => ({
      input: await sharp({
        text: {
          text: `<span size="${size * 768}">${text}</span>`,
          font: 'BIZ UDGothic',
          fontfile,
          rgba: true,
          dpi: 96,
        },
      })
        .png()
        .toBuffer(),
      left,
      top,
    })),
  )
  return sharp({ create: { width: 1654, height: 2339, channels: 3, background: white } })
    .composite([{ input: Buffer.from(grid), left: 0, top: 0 }, ...drawn])
    .jpeg({ quality: 90 })
    .toBuffer()
}

/** A small picture; each `seed` gives other bytes. */
export async function smallPage(seed: number, format: 'png' | 'jpeg' | 'tiff' = 'jpeg'): Promise<Buffer> {
  const shade = { r: seed % 251, g: (seed * 7) % 251, b: (seed * 13) % 251 }
  const patch = await sharp({ create: { width: 20, height: 20, channels: 3, background: shade } })
    .png()
    .toBuffer()
  return sharp({ create: { width: 200, height: 120, channels: 3, background: white } })
    .composite([{ input: patch, left: seed % 150, top: seed % 90 }])
    .toFormat(format)
    .toBuffer()
}

/** A TIFF of so many small pages, written by hand: the picture library writes strips, not pages. */
export function tiffPages(count: number): Buffer {
  const width = 64
  const height = 48
  const parts: Buffer[] = [Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0])]
  let at = 8
  for (let page = 0; page < count; page += 1) {
    const entries: [tag: number, value: number][] = [
      [256, width],
      [257, height],
      [258, 8],
      [259, 1],
      [262, 1],
      [273, 0],
      [277, 1],
      [278, height],
      [279, width * height],
    ]
    const directory = Buffer.alloc(2 + 12 * entries.length + 4)
    const pixelsAt = at + directory.length
    const nextAt = pixelsAt + width * height
    directory.writeUInt16LE(entries.length, 0)
    for (const [index, [tag, value]] of entries.entries()) {
      directory.writeUInt16LE(tag, 2 + 12 * index)
      directory.writeUInt16LE(4, 4 + 12 * index)
      directory.writeUInt32LE(1, 6 + 12 * index)
      directory.writeUInt32LE(tag === 273 ? pixelsAt : value, 10 + 12 * index)
    }
    directory.writeUInt32LE(page + 1 < count ? nextAt : 0, directory.length - 4)
    parts.push(directory, Buffer.alloc(width * height, 255 - page))
    at = nextAt
  }
  return Buffer.concat(parts)
}

/** A PDF of empty pages of one inch by half an inch. */
export function pdfPages(count: number): Buffer {
  const kids = Array.from({ length: count }, (_, index) => `${index + 3} 0 R`).join(' ')
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${count}/Kids[${kids}]>>`,
    ...Array.from({ length: count }, () => '<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 36]>>'),
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((body, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}
