// The one keyboard map: the table that `?` shows and that every handler reads.
import { useEffect, useEffectEvent } from 'react'

/** Keys by scope and action. `Ctrl+` stands for the Control key; a letter is written as it is typed. */
export const keyboard = {
  anywhere: {
    help: ['?'],
    lock: ['Ctrl+l'],
    board: ['Ctrl+1'],
    inbox: ['Ctrl+2'],
    cases: ['Ctrl+3'],
    printing: ['Ctrl+0'],
    post: ['Ctrl+9'],
    certificates: ['Ctrl+4'],
    audit: ['Ctrl+5'],
    reports: ['Ctrl+8'],
    staff: ['Ctrl+6'],
    settings: ['Ctrl+7'],
    back: ['Escape'],
  },
  list: {
    next: ['j', 'ArrowDown'],
    previous: ['k', 'ArrowUp'],
    first: ['Home'],
    last: ['End'],
    open: ['Enter'],
  },
  inbox: { pick: ['t'], watch: ['w'] },
  cases: { add: ['n'], search: ['/'] },
  review: {
    nextFinding: ['ArrowDown', 'j'],
    previousFinding: ['ArrowUp', 'k'],
    maskAndKeep: ['1'],
    maskAndAsk: ['2'],
    returnToSender: ['3'],
    falseAlarm: ['4'],
    undecide: ['u'],
    remove: ['Delete'],
    confirmPage: ['Enter'],
    nextPage: ['n', 'PageDown'],
    previousPage: ['p', 'PageUp'],
    turn: ['r'],
    leaveOut: ['x'],
    moveEarlier: ['['],
    moveLater: [']'],
    otherSide: ['b'],
    draw: ['d'],
    zoomIn: ['+', ';'],
    zoomOut: ['-'],
    wholePage: ['0'],
    fitWidth: ['9'],
    panLeft: ['Shift+ArrowLeft'],
    panRight: ['Shift+ArrowRight'],
    panUp: ['Shift+ArrowUp'],
    panDown: ['Shift+ArrowDown'],
    prepare: ['Ctrl+Enter'],
    file: ['c'],
  },
  drawing: {
    left: ['ArrowLeft'],
    right: ['ArrowRight'],
    up: ['ArrowUp'],
    down: ['ArrowDown'],
    narrower: ['Shift+ArrowLeft'],
    wider: ['Shift+ArrowRight'],
    lower: ['Shift+ArrowDown'],
    flatter: ['Shift+ArrowUp'],
    take: ['Enter'],
    leave: ['Escape', 'd'],
  },
} as const satisfies Record<string, Record<string, readonly string[]>>

export type Scope = keyof typeof keyboard
export type Action<S extends Scope> = keyof (typeof keyboard)[S] & string

/** How a pressed key is written in the table. */
export function nameOfKey(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  // Shift is part of a sign such as `?` or `+` already; it is named only with keys that have no sign of their own.
  const shift = event.shiftKey && event.key.length > 1 ? 'Shift+' : ''
  return `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${shift}${key}`
}

export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=checkbox],[type=radio]), textarea, select'))

/** Keys that a focused control needs for itself. */
const isControlsOwn = (target: EventTarget | null, name: string): boolean =>
  target instanceof HTMLElement &&
  ((name === 'Enter' && target.matches('button, a, summary, [role=button]')) ||
    (name.startsWith('Arrow') && target.matches('[role=radio], input[type=radio], [role=tab], [role=menuitem]')))

export const isDialogOpen = (): boolean => document.querySelector('[role=dialog][aria-modal=true]') !== null

/**
 * Runs a handler when its key of `scope` is pressed, unless somebody is typing, composing Japanese or answering a dialog.
 * A screen's scopes are asked before `anywhere`: they listen on the document, which the event reaches before the window.
 */
export function useKeys<S extends Scope>(
  scope: S,
  handlers: Partial<Record<Action<S>, () => void>>,
  active = true,
): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    const name = nameOfKey(event)
    if (isDialogOpen()) return
    if (!name.startsWith('Ctrl+') && (isTyping(event.target) || isControlsOwn(event.target, name))) return
    const keysOf: Record<string, readonly string[]> = keyboard[scope]
    for (const [action, handler] of Object.entries<(() => void) | undefined>(handlers)) {
      if (handler === undefined || keysOf[action]?.includes(name) !== true) continue
      event.preventDefault()
      event.stopImmediatePropagation()
      handler()
      return
    }
  })
  useEffect(() => {
    if (!active) return undefined
    const listener = (event: Event) => {
      if (event instanceof KeyboardEvent) onKey(event)
    }
    const where = scope === 'anywhere' ? window : document
    where.addEventListener('keydown', listener)
    return () => where.removeEventListener('keydown', listener)
  }, [active, scope])
}
