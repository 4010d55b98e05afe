// A scan as office copiers send it: one PDF, a JPEG a page.

export interface ScannedPage {
  jpeg: Buffer
  width: number
  height: number
  dpi: number
  isGrey: boolean
}

/** The same page may stand in it as often as wanted: its picture is stored once. */
export function scannedPdf(pages: readonly ScannedPage[]): Buffer {
  const pictures = [...new Set(pages)]
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  const offsets: number[] = []
  let length = parts[0]?.length ?? 0
  const object = (number: number, ...body: (string | Buffer)[]): void => {
    offsets[number] = length
    for (const piece of [`${number} 0 obj\n`, ...body, '\nendobj\n']) {
      const bytes = Buffer.from(piece)
      parts.push(bytes)
      length += bytes.length
    }
  }
  const pictureAt = (page: ScannedPage): number => 3 + pictures.indexOf(page)
  const pageAt = (at: number): number => 3 + pictures.length + at * 2
  object(1, '<</Type/Catalog/Pages 2 0 R>>')
  const kids = pages.map((_, at) => `${pageAt(at)} 0 R`).join(' ')
  object(2, `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`)
  for (const picture of pictures) {
    const { width, height, isGrey, jpeg } = picture
    const space = isGrey ? '/DeviceGray' : '/DeviceRGB'
    object(
      pictureAt(picture),
      `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace${space}/BitsPerComponent 8/Filter/DCTDecode/Length ${jpeg.length}>>\nstream\n`,
      jpeg,
      '\nendstream',
    )
  }
  for (const [at, page] of pages.entries()) {
    const points = [page.width, page.height].map((pixels) => ((pixels * 72) / page.dpi).toFixed(2)).join(' ')
    const paint = `q ${points.replace(' ', ' 0 0 ')} 0 0 cm /P Do Q`
    object(
      pageAt(at),
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${points}]/Resources<</XObject<</P ${pictureAt(page)} 0 R>>>>/Contents ${pageAt(at) + 1} 0 R>>`,
    )
    object(pageAt(at) + 1, `<</Length ${paint.length}>>\nstream\n${paint}\nendstream`)
  }
  const table = offsets
    .slice(1)
    .map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
    .join('')
  parts.push(
    Buffer.from(
      `xref\n0 ${offsets.length}\n0000000000 65535 f \n${table}trailer\n<</Size ${offsets.length}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}
