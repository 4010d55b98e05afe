// Reads the data folder off the command line; Chromium's own reading knows only the way with an equals sign.

/**
 * `--data-dir=DIR` or `--data-dir DIR`, as it was typed; the last one counts, as with Chromium's switches. Null when it is
 * not there or names nothing. A lone `--` ends the switches. A folder whose name begins with `--` needs the equals sign.
 */
export function dataDirArgument(argv: readonly string[]): string | null {
  let named: string | null = null
  const end = argv.indexOf('--')
  const switches = end === -1 ? argv : argv.slice(0, end)
  for (const [index, argument] of switches.entries()) {
    if (argument.startsWith('--data-dir=')) named = argument.slice('--data-dir='.length)
    if (argument !== '--data-dir') continue
    const next = switches[index + 1]
    named = next === undefined || next.startsWith('--') ? null : next
  }
  return named === '' ? null : named
}
