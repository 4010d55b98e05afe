// The only door to the picture library: native where it runs cleanly, its wasm build inside Electron on Linux.
import Module, { createRequire } from 'node:module'
import type { Sharp, SharpOptions } from 'sharp'

export type PictureBuild = 'native' | 'wasm'
export type OpenPicture = (input: Uint8Array, options?: SharpOptions) => Sharp

/**
 * Loads the library once per thread. Native sharp inside Electron on Linux shares one process with a second GLib
 * (a thousand criticals, crashes elsewhere); the wasm build has the same API and ran clean, at about three times the time.
 */
export async function loadPictures(build: PictureBuild, near: string): Promise<OpenPicture> {
  if (build === 'wasm') preferWasm(near)
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  sharp.concurrency(1)
  return (input, options) => sharp(input, options)
}

/** sharp tries its native binary first and has no option against it, so the wasm build is put in that binary's place. */
function preferWasm(near: string): void {
  const load = createRequire(near)
  const inSharp = createRequire(load.resolve('sharp'))
  let native: string
  try {
    native = inSharp.resolve(`@img/sharp-${process.platform}-${process.arch}/sharp.node`)
  } catch {
    return // No native binary is installed: sharp takes the wasm build by itself.
  }
  const wasm = new Module(native)
  wasm.exports = inSharp('@img/sharp-wasm32/sharp.node')
  wasm.loaded = true
  inSharp.cache[native] = wasm
}
