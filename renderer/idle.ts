// Locks the desk when nobody has touched keyboard or mouse for the minutes that the settings name.
import { useEffect, useEffectEvent } from 'react'

const touches = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const
const lookEveryMs = 5_000

/** Calls `lock` once nobody has touched the window for `minutes`. */
export function useIdleLock(minutes: number, lock: () => void): void {
  const onIdle = useEffectEvent(lock)
  useEffect(() => {
    // The wall clock, not a timer's length: a PC that slept for an hour was idle for an hour.
    let touchedAt = Date.now()
    const touched = () => {
      touchedAt = Date.now()
    }
    const look = () => {
      if (Date.now() - touchedAt >= minutes * 60_000) {
        touchedAt = Date.now()
        onIdle()
      }
    }
    for (const touch of touches) window.addEventListener(touch, touched, { capture: true, passive: true })
    const timer = window.setInterval(look, lookEveryMs)
    return () => {
      for (const touch of touches) window.removeEventListener(touch, touched, { capture: true })
      window.clearInterval(timer)
    }
  }, [minutes])
}
