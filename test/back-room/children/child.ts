// Starts a script of this folder as a program of its own, built like the app's main files: to be killed in the middle of its work.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { basename, join } from 'node:path'
import { build } from 'vite'

const checkout = fileURLToPath(new URL('../../..', import.meta.url))

/** Builds the script; answers the file to run. Inside the checkout, so that packages are found. */
export async function buildChild(script: URL): Promise<string> {
  const file = fileURLToPath(script)
  const outDir = join(checkout, 'build', 'test-children', basename(file, '.ts'))
  await build({
    configFile: false,
    root: checkout,
    logLevel: 'error',
    build: {
      ssr: file,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'child.mjs' } },
    },
  })
  return join(outDir, 'child.mjs')
}

export interface ChildEnd {
  /** 'SIGKILL' when it was killed; null when it ended by itself. */
  signal: NodeJS.Signals | null
  code: number | null
  /** What it wrote, line by line; a last line without its end is left out. */
  lines: string[]
  errors: string
}

/** Runs the child; `killAfterMs` after its first line it is killed from outside. */
export function runChild(
  file: string,
  args: string[],
  killAfterMs: number | null,
  environment: Record<string, string> = {},
): Promise<ChildEnd> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...environment },
    })
    let output = ''
    let errors = ''
    let isTimed = false
    child.stdout.on('data', (bytes: Buffer) => {
      output += bytes.toString()
      if (killAfterMs === null || isTimed) return
      isTimed = true
      setTimeout(() => child.kill('SIGKILL'), killAfterMs)
    })
    child.stderr.on('data', (bytes: Buffer) => void (errors += bytes.toString()))
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ signal, code, lines: output.split('\n').slice(0, -1), errors }))
  })
}
