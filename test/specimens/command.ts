// The command that writes specimens: `node build/specimens/render.cjs --part tuned --count 60 --seed 1 --to DIR`, or `--named a,b --to DIR`.
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { namedSpecimens, renderSpecimens, specimens } from './index.ts'
import type { Specimen } from './index.ts'

const usage = 'Use: render.cjs --to DIR (--part tuned|held-back --count N --seed N | --named all|NAME,NAME…)\n'

const optionsSchema = z.object({
  to: z.string().min(1),
  part: z.enum(['tuned', 'held-back']).default('tuned'),
  count: z.coerce.number().int().positive().default(60),
  seed: z.coerce.number().int().default(1),
  named: z.string().optional(),
})

async function command(): Promise<number> {
  const options = chosen()
  const list = options && listed(options)
  if (!options || !list) {
    process.stderr.write(usage)
    return 2
  }
  const began = Date.now()
  const truths = await renderSpecimens(list, { to: options.to }, (step) => process.stderr.write(`${step}\n`))
  process.stdout.write(
    `${truths.length} specimens in ${options.to}, ${Math.round((Date.now() - began) / truths.length)} ms each.\n`,
  )
  return 0
}

function chosen(): z.infer<typeof optionsSchema> | null {
  try {
    const text = { type: 'string' } as const
    return optionsSchema.parse(
      parseArgs({ options: { to: text, part: text, count: text, seed: text, named: text } }).values,
    )
  } catch {
    return null
  }
}

function listed({ part, count, seed, named }: z.infer<typeof optionsSchema>): Specimen[] | null {
  if (named === undefined) return specimens({ part, count, seed })
  const all = Object.values<Specimen>(namedSpecimens)
  if (named === 'all') return all
  const wanted = named.split(',')
  const list = all.filter(({ name }) => wanted.includes(name))
  return list.length === wanted.length ? list : null
}

command().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  },
)
