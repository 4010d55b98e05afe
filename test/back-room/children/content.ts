// Content that both sides of a kill can make from an id: long, and recognisable in the raw bytes should it ever lie there plain.

export const plainMark = '本籍 東京都千代田区千代田一番地 '

export function contentOf(id: string): Buffer {
  return Buffer.from(`${id} ${plainMark}`.repeat(20_000))
}
