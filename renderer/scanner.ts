// A barcode scanner types like a keyboard, only faster, and ends with Enter: told apart from a person by the pace of its keys.
import { useEffect, useEffectEvent } from 'react'
import { isDialogOpen, isTyping } from './keyboard.ts'

/** A person's keys lie further apart, a scanner's within a few milliseconds; a busy PC hands them on late. */
const mostGapMs = 50
/** The shortest code of the desk. */
const fewestKeys = 6

export interface Burst {
  typed: string
  /** When its last key came. */
  at: number
}
export const noBurst: Burst = { typed: '', at: -Infinity }

/** What a further key makes of a burst of keys, and the code that it ended, if it did. */
export function afterKey(before: Burst, key: string, at: number): { burst: Burst; code: string | null } {
  const isQuick = at - before.at <= mostGapMs
  const typed = isQuick ? before.typed : ''
  if (key === 'Enter') return { burst: noBurst, code: typed.length >= fewestKeys ? typed : null }
  // Shift comes before a capital; it is no character of its own.
  if (key.length > 1) return { burst: { typed, at }, code: null }
  return { burst: { typed: typed + key, at }, code: null }
}

/** Hands on what was scanned while nobody types into a field; a field that searches is no hindrance (`data-scans`). */
export function useScanner(onCode: (code: string) => void, active: boolean): void {
  const tellCode = useEffectEvent(onCode)
  useEffect(() => {
    if (!active) return undefined
    let burst = noBurst
    const listener = (event: KeyboardEvent) => {
      if (
        event.repeat ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        isDialogOpen() ||
        isHindered(event.target)
      ) {
        burst = noBurst
        return
      }
      const next = afterKey(burst, event.key, event.timeStamp)
      burst = next.burst
      if (next.code === null) return
      // The Enter of a scanner must not press the button that happens to have the focus.
      event.preventDefault()
      event.stopImmediatePropagation()
      tellCode(next.code)
    }
    // Before any other listener sees the key.
    window.addEventListener('keydown', listener, { capture: true })
    return () => window.removeEventListener('keydown', listener, { capture: true })
  }, [active])
}

const isHindered = (target: EventTarget | null): boolean =>
  isTyping(target) && !(target instanceof HTMLElement && target.dataset['scans'] !== undefined)
