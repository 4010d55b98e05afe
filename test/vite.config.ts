// Bundles a program of test/ (the demo, the bench) for plain Node; the entry is named by the command that runs it.
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { external } from '../main/vite.config.ts'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    target: 'node20',
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      external: [...external, /^playwright-core(\/|$)/, /^@axe-core\/playwright$/, /^vite$/, /\/resources\/dev\/[^/]+\.mjs$/],
      output: { format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
    },
  },
})
