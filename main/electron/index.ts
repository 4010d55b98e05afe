// The Electron side of the app as the start file needs it, in the order in which it happens.
export { settleDataFolder } from './data-folder.ts'
export { declareScheme } from './addresses.ts'
export { hardenBeforeReady, hardenContents } from './hardening.ts'
export { live } from './life.ts'
export { buildShell, type Shell } from './shell.ts'
export { lockWhenAway } from './away.ts'
export { openClock } from './clock.ts'
export { isSelfCheck, liveOnce } from './self-check.ts'
