// Keeps one hidden Electron running and has it draw pages, one after another.
import { spawn } from 'node:child_process'
import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { fieldSchema } from '../../shared/screening.ts'
import { checkout } from './checkout.ts'
import { fontFiles } from './fonts.ts'
import { said } from './specimen.ts'

/** A page as HTML with lengths in mm; marks are elements with `data-field`, `data-label` or `data-said`. */
export interface Drawing {
  html: string
  widthMm: number
  heightMm: number
  dpi: number
}

const markSchema = z.object({
  field: fieldSchema,
  role: z.enum(['value', 'label']),
  person: z.number().int(),
  /** A square code: nothing is printed in it, and it says the field all the same. */
  isCode: z.boolean(),
  /** What is printed there, legible or not. */
  text: z.string(),
  /** x, y, width, height in pixels of the drawn page, with fractions. */
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
})
export type Mark = z.infer<typeof markSchema>

/** What the page says, as its marks and all of its print tell. */
const speechSchema = z.object({
  print: z.string(),
  said: z.array(z.object({ what: z.enum(said), text: z.string() })),
})
export type Speech = z.infer<typeof speechSchema>

const answerSchema = z.union([
  z.object({ ready: z.literal(true) }),
  z.object({ id: z.number(), width: z.number(), height: z.number(), marks: z.array(markSchema), speech: speechSchema }),
  z.object({ id: z.number().nullable(), error: z.string() }),
])
type Answer = z.infer<typeof answerSchema>

export interface Drawn {
  /** PNG, as the browser made it. */
  png: Buffer
  width: number
  height: number
  marks: Mark[]
  speech: Speech
}

export interface Browser {
  draw(drawing: Drawing): Promise<Drawn>
  close(): Promise<void>
}

const runtimeSchema = z.object({
  appRuntime: z.custom<(folder: string) => Promise<unknown>>((value) => typeof value === 'function'),
})
const programSchema = z.object({ program: z.string(), args: z.array(z.string()) })

export async function openBrowser(): Promise<Browser> {
  const { appRuntime } = runtimeSchema.parse(
    await import(/* @vite-ignore */ pathToFileURL(join(checkout, 'resources', 'dev', 'electron.mjs')).href),
  )
  const { program, args } = programSchema.parse(await appRuntime(join(checkout, 'test', 'specimens', 'browser')))
  const scratch = await mkdtemp(join(tmpdir(), 'specimens-'))
  const child = start(program, [...args, ...switches(), `--user-data-dir=${scratch}`])
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const gone = once(child, 'exit').then(([code]) => new Error(`The specimens' browser ended with ${String(code)}.`))

  const ask = async (order: object): Promise<Answer> => {
    child.stdin.write(`${JSON.stringify(order)}\n`)
    for (;;) {
      const line = await Promise.race([answers.next(), gone])
      if (line instanceof Error) throw line
      if (line.done === true) throw await gone
      // Chromium's own remarks share the stream.
      if (line.value.startsWith('{')) return answerSchema.parse(JSON.parse(line.value))
    }
  }
  await ask({ fonts: fontFiles() })

  let count = 0
  return {
    async draw(drawing) {
      const id = count++
      const to = join(scratch, `${id}.png`)
      const answer = await ask({ id, to, ...drawing })
      if ('error' in answer) throw new Error(`A page could not be drawn: ${answer.error}`)
      if (!('marks' in answer) || answer.id !== id) throw new Error('The browser answered another question.')
      const png = await readFile(to)
      await rm(to)
      const { width, height, marks, speech } = answer
      return { png, width, height, marks, speech }
    },
    async close() {
      child.stdin.end()
      await gone
      await rm(scratch, { recursive: true, force: true })
    },
  }
}

function start(program: string, args: string[]): ChildProcessWithoutNullStreams {
  const child = spawn(program, args)
  child.stderr.resume()
  return child
}

function switches(): string[] {
  return [
    // No display is needed or looked for: the pages are painted in memory.
    ...(process.platform === 'linux' ? ['--ozone-platform=headless'] : []),
    // Chromium refuses its sandbox to root; the pages are ours and the network is not used.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ]
}
