// Screens drawn pages through all screening processes at once, masks the flagged ones, and lays both beside the truth.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Screening } from '../../main/screening/index.ts'
import { mayBeRead } from '../../shared/screening.ts'
import type { PageScreening } from '../../shared/screening.ts'
import type { Truth } from '../specimens/index.ts'
import { inTurn } from './in-turn.ts'
import { coveredBoxes, greyOf, leftOpen } from './screening-ink.ts'
import type { Judged, Masked } from './screening-judged.ts'

export interface Round {
  judged: Judged[]
  /** From the first page's start to the last one's end, masking left out. */
  ms: number
}

const never = new AbortController().signal

/** `processes`: how many pages are under way at a time. */
export async function judgeAll(
  screening: Screening,
  folder: string,
  truths: readonly Truth[],
  { processes, masks }: { processes: number; masks: boolean },
): Promise<Round> {
  const read = async (truth: Truth): Promise<Buffer> => readFile(path.join(folder, truth.file))
  const began = performance.now()
  const screened = await inTurn(truths, processes, async (truth) => {
    const { screening: said, times } = await screening.screenPageTimed(await read(truth), 0, never)
    return { truth, said, times }
  })
  const ms = performance.now() - began
  const judged = await inTurn(screened, processes, async (page): Promise<Judged> => {
    const grey = await greyOf(await read(page.truth))
    const boxes = coveredBoxes(grey, page.truth, page.said.findings)
    const isFlagged = page.said.verdict === 'flagged'
    const masked = masks && isFlagged ? await maskedOf(screening, await read(page.truth), page, grey) : null
    return { ...page, boxes, masked }
  })
  return { judged, ms }
}

/** As a clerk who takes every proposal: all that is not safely hidden becomes black. */
async function maskedOf(
  screening: Screening,
  bytes: Buffer,
  { truth, said }: { truth: Truth; said: PageScreening },
  grey: Awaited<ReturnType<typeof greyOf>>,
): Promise<Masked> {
  const boxes = said.findings.filter(({ state }) => mayBeRead(state)).map(({ box }) => box)
  const { legible } = await screening.mask(bytes, 0, { boxes, leftOpen: [] })
  return { isLegible: legible, leftOpen: leftOpen(grey, truth, boxes) }
}
