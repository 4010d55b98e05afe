// A barcode scanner types like a keyboard, only faster, and ends with Enter: told apart from a person by the pace of its keys.
import { useEffect, useEffectEvent } from 'react'
import { flushSync } from 'react-dom'
import { isTyping } from './keyboard.ts'

/** A person's keys lie further apart, a scanner's within a few milliseconds; a busy PC hands them on late. */
const mostGapMs = 50
/** The shortest code of the desk. */
const fewestKeys = 6
/** A scanner that is set to end with nothing has ended by then. */
const endMs = 300

export interface Pressed {
  key: string
  /** In milliseconds. */
  at: number
}

/** Keys that nobody has acted on yet: a person's, or the beginning of a code. */
export interface Held<P extends Pressed> {
  keys: readonly P[]
  /** When the last key came, Shift among them. */
  at: number
}
export const nothingHeld = { keys: [], at: -Infinity } as const

export interface End<P extends Pressed> {
  /** Keys of a person: to be acted on now, in their order. */
  released: readonly P[]
  code: string | null
}
export interface Step<P extends Pressed> extends End<P> {
  held: Held<P>
  /** The pressed key is held, or was the end of a code: nobody else may see it. */
  isTaken: boolean
}

/**
 * What a further key makes of the keys that are held. A code is told from a decision by its second key alone: until that
 * could have come, nothing is decided.
 */
export function afterKey<P extends Pressed>(before: Held<P>, pressed: P): Step<P> {
  const { key, at } = pressed
  // It comes before a capital; it is no character of its own.
  if (key === 'Shift') return { held: { ...before, at }, released: [], code: null, isTaken: false }
  const isCode = before.keys.length >= fewestKeys
  const isQuick = at - before.at <= (isCode && key === 'Enter' ? endMs : mostGapMs)
  const ended = { held: nothingHeld, ...endOf(before) }
  if (key === 'Enter' && isCode && isQuick) return { ...ended, isTaken: true }
  // The space bar presses what has the focus, which no key that is held back can do later.
  const isOfCode = key.length === 1 && (key !== ' ' || (isQuick && before.keys.length > 0))
  if (!isOfCode) return { ...ended, isTaken: false }
  if (isQuick) return { held: { keys: [...before.keys, pressed], at }, released: [], code: null, isTaken: true }
  return { ...ended, held: { keys: [pressed], at }, isTaken: true }
}

/** What the held keys are when no further one comes. */
export function endOf<P extends Pressed>({ keys }: Held<P>): End<P> {
  if (keys.length < fewestKeys) return { released: keys, code: null }
  return { released: [], code: keys.map(({ key }) => key).join('') }
}

/** How long to wait for a further key. */
export function restOf({ keys }: Held<Pressed>): number {
  return keys.length < fewestKeys ? mostGapMs : endMs
}

/**
 * Hands on what was scanned, and keeps a scanner's keys from everything else: on a screen whose keys decide, each digit of a
 * code would. A field that is typed into has its keys at once; a code in it counts only where it is marked `data-scans`.
 */
export function useScanner(onCode: (code: string) => void): void {
  const tellCode = useEffectEvent(onCode)
  useEffect(() => {
    let held: Held<HeldKey> = nothingHeld
    let rest: ReturnType<typeof setTimeout> | undefined
    const settle = ({ released, code }: End<HeldKey>) => {
      // Each finds the screen as the one before has left it: two quick keys never decide on the same page.
      for (const key of released) flushSync(() => pressAgain(key))
      if (code !== null) tellCode(code)
    }
    const giveUp = () => {
      const left = endOf(held)
      // In a field the Enter alone tells a code from a person who types fast.
      const isInField = held.keys.some(({ event }) => isTyping(event.target))
      held = nothingHeld
      settle(isInField ? { ...left, code: null } : left)
    }
    const listener = (event: KeyboardEvent) => {
      // What this listener sent on itself.
      if (!event.isTrusted) return
      clearTimeout(rest)
      if (event.repeat || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isHindered(event)) {
        giveUp()
        return
      }
      const step = afterKey(held, { key: event.key, at: event.timeStamp, event })
      held = step.held
      // A field shows what is typed into it; only the Enter that ends a code is kept from it.
      if (step.isTaken && (event.key === 'Enter' || !isTyping(event.target))) {
        event.preventDefault()
        event.stopImmediatePropagation()
      }
      settle(step)
      if (held.keys.length > 0) rest = setTimeout(giveUp, restOf(held))
    }
    // Before any other listener sees the key.
    window.addEventListener('keydown', listener, { capture: true })
    return () => {
      clearTimeout(rest)
      window.removeEventListener('keydown', listener, { capture: true })
    }
  }, [])
}

interface HeldKey extends Pressed {
  event: KeyboardEvent
}

/** To what had the focus when it was pressed. A field had the key already. */
function pressAgain({ event }: HeldKey): void {
  const { key, code, shiftKey, target } = event
  if (isTyping(target)) return
  const where = target instanceof Element && target.isConnected ? target : document.body
  where.dispatchEvent(new KeyboardEvent('keydown', { key, code, shiftKey, bubbles: true, cancelable: true }))
}

const isHindered = ({ target }: KeyboardEvent): boolean =>
  isTyping(target) && !(target instanceof HTMLElement && target.dataset['scans'] !== undefined)
