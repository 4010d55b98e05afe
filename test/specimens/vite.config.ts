// Bundles the specimens' command to build/specimens/render.cjs.
import { defineConfig } from 'vite'
import { checkout } from './checkout.ts'

export default defineConfig({
  root: checkout,
  ssr: { target: 'node', external: ['sharp', 'zod'] },
  build: {
    ssr: 'test/specimens/command.ts',
    target: 'node20',
    outDir: 'build/specimens',
    emptyOutDir: false,
    minify: false,
    rolldownOptions: { output: { format: 'cjs', entryFileNames: 'render.cjs' } },
  },
})
