// How the development commands talk: whole sentences on stderr, so that stdout belongs to the command itself.

/** A failure that a person can act on; its message says how. Everything else is a bug and keeps its stack. */
export class Stop extends Error {}

/** @param {string} sentence */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`)
}

/**
 * Turns what the machine reports into a sentence about what to do; null for what is not the machine's fault.
 * @param {unknown} error
 * @returns {string | null}
 */
export function adviceFor(error) {
  if (error instanceof Stop) return error.message
  const { code, path } = /** @type {NodeJS.ErrnoException} */ (error ?? {})
  const where = path === undefined ? '' : ` (${path})`
  if (code === 'ENOSPC') {
    return `The disk is full${where}. Free about 3 GB and run the same command again; it goes on where it stopped.`
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return `This user may not write here${where}. Give the folder to this user, or run the command as its owner.`
  }
  return null
}
