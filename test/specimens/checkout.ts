// Finds the checkout's top folder from source and from a bundle alike.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const checkout = above(dirname(fileURLToPath(import.meta.url)))

function above(folder: string): string {
  if (existsSync(join(folder, 'resources', 'dev', 'electron.mjs'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('The specimens are not inside a checkout.')
  return above(parent)
}
