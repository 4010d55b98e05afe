// `npm run bench`: measures, and prints the figures as tables; never judges them. `npm run bench -- vault wipe` runs only these.
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { duration, timed, type Print } from './figures.ts'
import { machine } from './machine.ts'
import { benchScreeningOnSpecimens } from './screening-specimens.ts'
import { benchStart } from './start.ts'
import { benchVault } from './vault.ts'
import { benchWipe } from './wipe.ts'

const names = ['start', 'vault', 'wipe', 'screening'] as const
type Name = (typeof names)[number]

const usage = `Use: npm run bench [-- [${names.join('] [')}] [--pages N]]
Without names all of them run; --pages is how many pages of each part screening reads, 12 unless told.
`

const optionsSchema = z.object({
  positionals: z.array(z.enum(names)),
  values: z.object({ pages: z.coerce.number().int().positive().default(12) }),
})

const print: Print = (text) => void process.stdout.write(`${text}\n`)

function chosen(): z.infer<typeof optionsSchema> | null {
  try {
    return optionsSchema.parse(parseArgs({ allowPositionals: true, options: { pages: { type: 'string' } } }))
  } catch {
    return null
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
    screening: () => benchScreeningOnSpecimens(options.values.pages, print),
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
