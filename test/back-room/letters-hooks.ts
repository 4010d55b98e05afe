// The hooks of a test file that writes letters: its tools once, a desk for each test or one for all of them, nothing left behind.
import { rm } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { lettersDesk, letterTools, type LettersDesk, type LetterTools } from './letters-desk.ts'

/** `take`: is handed each desk before the test that uses it. */
export function deskOfEachTest(take: (desk: LettersDesk) => void, makeTools = letterTools): void {
  const tools = toolsOfFile(makeTools)
  let desk: LettersDesk
  beforeEach(async () => {
    desk = await lettersDesk(tools())
    take(desk)
  })
  afterEach(() => desk.remove())
}

export function deskOfFile(take: (desk: LettersDesk) => void): void {
  const tools = toolsOfFile(letterTools)
  let desk: LettersDesk
  beforeAll(async () => {
    desk = await lettersDesk(tools())
    take(desk)
  })
  afterAll(() => desk.remove())
}

function toolsOfFile(makeTools: () => Promise<LetterTools>): () => LetterTools {
  let tools: LetterTools
  beforeAll(async () => {
    tools = await makeTools()
  })
  afterAll(async () => {
    await tools.screening.close()
    await rm(tools.fonts, { recursive: true })
  })
  return () => tools
}
