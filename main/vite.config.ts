// Builds the back room: the app's start file, the screening command and the screening worker, as CommonJS for Node 20 and Electron.
import { builtinModules } from 'node:module'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

/** They load native or wasm files from their own folders, so they stay in node_modules, also in the packaged app. */
const packagesWithFiles = [
  'electron',
  'sqlite3',
  'knex',
  'sharp',
  '@img/sharp-wasm32',
  'onnxruntime-node',
  'tesseract.js',
  '@hyzyla/pdfium',
]
export const external = [
  /^node:/,
  ...builtinModules,
  ...packagesWithFiles.map((name) => new RegExp(`^${name.replaceAll('.', '\\.')}(/|$)`)),
]

const entry = (file: string): string => fileURLToPath(new URL(file, import.meta.url))

export default defineConfig({
  root: entry('.'),
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    target: 'node20',
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      external,
      input: {
        index: entry('index.ts'),
        screen: entry('screen.ts'),
        'screening-worker': entry('screening/worker.ts'),
      },
      output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
    },
  },
})
