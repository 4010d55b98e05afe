// Builds the preload script as one file: a sandboxed one may require nothing but Electron.
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  build: {
    target: 'chrome130',
    minify: false,
    copyPublicDir: false,
    lib: {
      entry: fileURLToPath(new URL('electron/preload.ts', import.meta.url)),
      formats: ['cjs'],
      fileName: () => 'preload.cjs',
    },
    rolldownOptions: { external: ['electron'], output: { codeSplitting: false } },
  },
})
