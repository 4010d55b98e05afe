// The app's two private addresses: its own page, and papers on their way to PDF. Neither is on any network.
import { protocol } from 'electron'

export const scheme = 'privacy-desk'
export const appOrigin = `${scheme}://app`
export const paperOrigin = `${scheme}://paper`

/** Must run before Electron is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}
