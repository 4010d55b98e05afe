// What the preload puts on the window: the one way from a screen to the back room.
import type { DeskBridge } from '../shared/ipc/contract.ts'

declare global {
  interface Window {
    readonly desk: DeskBridge
  }
}
