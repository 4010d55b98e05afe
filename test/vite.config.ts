// Bundles a program of test/ (the demo, the bench) for plain Node; the entry is named by the command that runs it.
import { dirname, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import { external } from '../main/vite.config.ts'

/** The development scripts find the checkout by their own place, so they are imported from where they lie. */
const scriptsStay: Plugin = {
  name: 'scripts-stay',
  enforce: 'pre',
  resolveId(source, importer) {
    if (importer === undefined || !/\/resources\/dev\/[^/]+\.mjs$/.test(source)) return null
    return { id: pathToFileURL(resolve(dirname(importer), source)).href, external: 'absolute' }
  },
}

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [scriptsStay],
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    target: 'node20',
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      external: [...external, /^playwright-core(\/|$)/, /^@axe-core\/playwright$/, /^vite$/],
      output: { format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
    },
  },
})
