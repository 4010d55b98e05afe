// Builds the screens as static files; the app serves them to its own window by a private scheme.
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  plugins: [react()],
  build: {
    // The oldest Chromium of the Electrons that the app runs on.
    target: 'chrome130',
    modulePreload: { polyfill: false },
    // The page's policy allows no data: fonts.
    assetsInlineLimit: 0,
    // One window loads everything from the disk at once; size by file says nothing here.
    chunkSizeWarningLimit: 4000,
  },
})
