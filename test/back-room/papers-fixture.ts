// The desk's papers with the real templates, and the fonts as the build lays them out.
import { copyFile, mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openPapers, type Papers } from '../../main/paper/index.ts'

const checkout = fileURLToPath(new URL('../..', import.meta.url))
export const lettersFolder = join(checkout, 'resources', 'letters')

/** All faces of the packages that the build takes letters' fonts from, in one new folder. */
export async function fontsFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fonts-'))
  for (const name of ['biz-udgothic', 'biz-udmincho']) {
    const home = join(checkout, 'node_modules', '@expo-google-fonts', name)
    for (const entry of await readdir(home, { recursive: true, withFileTypes: true })) {
      if (entry.name.endsWith('.ttf')) await copyFile(join(entry.parentPath, entry.name), join(folder, entry.name))
    }
  }
  return folder
}

export async function papers(): Promise<Papers> {
  return openPapers({ lettersFolder, fontsFolder: await fontsFolder() })
}
