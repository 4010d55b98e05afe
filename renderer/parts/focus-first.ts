// Puts the cursor where typing begins, once, when a form appears.

/** A ref for the first field of a form. One function for all, so that React calls it only when the field comes and goes. */
export function focusFirst(field: HTMLElement | null): void {
  field?.focus()
}
