// Locks the desk when the person is away as the system sees it: screen locked, user switched, PC asleep.
import { powerMonitor } from 'electron'

export function lockWhenAway(lock: () => void): void {
  powerMonitor.on('lock-screen', lock)
  powerMonitor.on('suspend', lock)
  powerMonitor.on('user-did-resign-active', lock)
}
