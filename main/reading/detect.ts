// Finds lines of print: PaddleOCR's DB detector gives a probability per pixel, connected areas become rotated boxes.
import type { InferenceSession } from 'onnxruntime-node'
import { Tensor } from 'onnxruntime-node'
import { boxAround } from './line-box.ts'
import type { LineBox } from './line-box.ts'
import { clamp, cut } from './picture.ts'
import type { Grey, Rect } from './picture.ts'

/** Values the network was trained with (PaddleOCR, DBPostProcess); the unclip ratio is a little tighter than its 1.5–2. */
const inkProbability = 0.3
const boxProbability = 0.5
const unclipRatio = 1.6
/** Areas thinner than this many detector pixels are dirt. */
const thinnest = 3

const mean = [0.485, 0.456, 0.406] as const
const spread = [0.229, 0.224, 0.225] as const

/** Lines in pixels of `picture`; the part under `region` is looked at with `scale` detector pixels per pixel. */
export async function detectLines(
  session: InferenceSession,
  picture: Grey,
  region: Rect,
  scale: number,
): Promise<LineBox[]> {
  const width = roundUp(region.w * scale)
  const height = roundUp(region.h * scale)
  const scaleX = width / region.w
  const scaleY = height / region.h
  const small = cut(picture, region, width, height)
  const plane = width * height
  const input = new Float32Array(3 * plane)
  for (let channel = 0; channel < 3; channel++) {
    const factor = 1 / 255 / spread[channel]!
    const shift = mean[channel]! / spread[channel]!
    const at = channel * plane
    for (let i = 0; i < plane; i++) input[at + i] = small.data[i]! * factor - shift
  }
  small.data.fill(0)
  const inputName = session.inputNames[0]!
  const answer = await session.run({ [inputName]: new Tensor('float32', input, [1, 3, height, width]) })
  const map = answer[session.outputNames[0]!]!
  const probability = map.data as Float32Array
  input.fill(0)
  const lines: LineBox[] = []
  for (const area of connectedAreas(probability, width, height)) {
    if (area.sum / area.count < boxProbability) continue
    const box = boxAround(area.edge)
    if (Math.min(box.length, box.thickness) < thinnest) continue
    const grow = (box.length * box.thickness * unclipRatio) / (2 * (box.length + box.thickness))
    // The two scales differ by less than a part in a hundred: one of them serves for lengths.
    lines.push({
      cx: region.x + box.cx / scaleX,
      cy: region.y + box.cy / scaleY,
      length: (box.length + 2 * grow) / scaleX,
      thickness: (box.thickness + 2 * grow) / scaleX,
      angle: box.angle,
      score: area.sum / area.count,
    })
  }
  return lines
}

function roundUp(side: number): number {
  return clamp(Math.round(side / 32), 1, 200) * 32
}

interface Area {
  count: number
  sum: number
  /** Leftmost and rightmost pixel of each row: enough for the hull. */
  edge: [number, number][]
}

/** Areas of neighbouring pixels above the ink probability, by runs and union-find. */
function connectedAreas(probability: Float32Array, width: number, height: number): Area[] {
  const parent: number[] = []
  const find = (node: number): number => {
    let root = node
    while (parent[root] !== root) root = parent[root]!
    while (parent[node] !== root) {
      const next = parent[node]!
      parent[node] = root
      node = next
    }
    return root
  }
  interface Run {
    y: number
    from: number
    to: number
    sum: number
    id: number
  }
  const runs: Run[] = []
  let above: Run[] = []
  for (let y = 0; y < height; y++) {
    const row: Run[] = []
    let first = 0
    for (let x = 0; x < width; x++) {
      let at = y * width + x
      if (probability[at]! <= inkProbability) continue
      const run: Run = { y, from: x, to: x, sum: 0, id: parent.length }
      while (x < width && probability[at]! > inkProbability) {
        run.sum += probability[at]!
        x++
        at++
      }
      run.to = x - 1
      parent.push(run.id)
      while (first < above.length && above[first]!.to < run.from - 1) first++
      for (let k = first; k < above.length && above[k]!.from <= run.to + 1; k++) {
        const a = find(above[k]!.id)
        const b = find(run.id)
        if (a !== b) parent[b] = a
      }
      row.push(run)
      runs.push(run)
    }
    above = row
  }
  const areas = new Map<number, Area>()
  for (const run of runs) {
    const root = find(run.id)
    let area = areas.get(root)
    if (area === undefined) {
      area = { count: 0, sum: 0, edge: [] }
      areas.set(root, area)
    }
    area.count += run.to - run.from + 1
    area.sum += run.sum
    area.edge.push([run.from, run.y], [run.to + 1, run.y], [run.from, run.y + 1], [run.to + 1, run.y + 1])
  }
  return [...areas.values()].filter((area) => area.count >= 12)
}
