// `npm run bench`: measures, and prints the figures as tables; never judges them. `npm run bench -- vault wipe` runs only these.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { personsFolder } from '../../resources/dev/places.mjs'
import { documentKindSchema } from '../../shared/screening.ts'
import { benchCodes } from './codes.ts'
import { duration, timed, type Print } from './figures.ts'
import { benchIdentity } from './identity.ts'
import { benchLegibility } from './legibility.ts'
import { benchLetters } from './letters.ts'
import { machine } from './machine.ts'
import { benchScreening, type ScreeningBench } from './screening.ts'
import { benchScale } from './scale.ts'
import { benchStart } from './start.ts'
import { benchVault } from './vault.ts'
import { benchWipe } from './wipe.ts'

const names = ['start', 'vault', 'wipe', 'scale', 'codes', 'letters', 'screening', 'identity', 'legibility'] as const
type Name = (typeof names)[number]

const usage = `Use: npm run bench [-- [${names.join('] [')}] [options]]
Without names all of them run. What screening, identity, codes and legibility are measured on:
  --pages N          how many pages of each part, or of each kind of copy, 12 unless told
  --part PART        tuned or held-back alone
  --kind KIND        pages of one kind alone, such as passport
  --state STATE      pages whose 本籍 was treated so, such as shown, pen, see-through, omitted
  --seed N           other people and other damage
  --pdf-pages N      length of the long PDF, 300 unless told; 0 leaves it out
  --quick            neither masks nor long PDF nor plain Tesseract
  --keep FOLDER      copies the drawn pages there
`

const numberOf = (lowest: number, usual: number) => z.coerce.number().int().min(lowest).default(usual)

const optionsSchema = z.object({
  positionals: z.array(z.enum(names)),
  values: z.object({
    pages: numberOf(1, 12),
    part: z.enum(['tuned', 'held-back']).optional(),
    kind: documentKindSchema.optional(),
    state: z.string().min(1).optional(),
    // Other people and other damage than those of the pages that the rules were written on.
    seed: numberOf(0, 2026),
    'pdf-pages': numberOf(0, 300),
    quick: z.boolean().default(false),
    keep: z.string().min(1).optional(),
  }),
})

const print: Print = (text) => void process.stdout.write(`${text}\n`)

function chosen(): z.infer<typeof optionsSchema> | null {
  try {
    const text = { type: 'string' } as const
    const options = { pages: text, part: text, kind: text, state: text, seed: text, 'pdf-pages': text, keep: text }
    return optionsSchema.parse(
      parseArgs({ allowPositionals: true, options: { ...options, quick: { type: 'boolean' } } }),
    )
  } catch {
    return null
  }
}

function screeningBench(values: z.infer<typeof optionsSchema>['values']): ScreeningBench {
  return {
    pages: values.pages,
    parts: values.part === undefined ? ['tuned', 'held-back'] : [values.part],
    seed: values.seed,
    kind: values.kind ?? null,
    state: values.state ?? null,
    isQuick: values.quick,
    pdfPages: values['pdf-pages'],
    keep: values.keep === undefined ? null : resolve(personsFolder(), values.keep),
  }
}

async function command(): Promise<number> {
  const options = chosen()
  if (options === null) {
    process.stderr.write(usage)
    return 2
  }
  const benches: Record<Name, () => Promise<void>> = {
    start: () => benchStart(print),
    vault: () => benchVault(print),
    wipe: () => benchWipe(print),
    codes: () => benchCodes(options.values.pages, options.values.seed, print),
    letters: () => benchLetters(print),
    screening: () => benchScreening(screeningBench(options.values), print),
    identity: () =>
      benchIdentity(
        { pages: options.values.pages, seed: options.values.seed, kind: options.values.kind ?? null },
        print,
      ),
    legibility: () => benchLegibility(options.values.pages, options.values.seed, print),
    scale: () => benchScale(print),
  }
  print(await machine())
  for (const name of names) {
    if (options.positionals.length > 0 && !options.positionals.includes(name)) continue
    const ms = await timed(benches[name])
    print(`\n(${name} took ${duration(ms)}.)`)
  }
  return 0
}

// Ended in order, so that no temp folder stays behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
process.exitCode = await command()
