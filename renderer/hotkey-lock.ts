// Ctrl+L locks from anywhere: also while typing, and over an open dialog.
import { useEffect, useEffectEvent } from 'react'
import { keyboard, nameOfKey } from './keyboard.ts'

export function useHotkeyLock(lock: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const keys: readonly string[] = keyboard.anywhere.lock
    if (!keys.includes(nameOfKey(event))) return
    event.preventDefault()
    lock()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listener, { capture: true })
    return () => window.removeEventListener('keydown', listener, { capture: true })
  }, [])
}
