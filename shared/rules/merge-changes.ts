// What a form holds after somebody else changed what it was opened on: what was typed stays, what was not touched is taken over.

export interface Merged<Fields> {
  value: Fields
  /** Fields that both changed, each to something else. What was typed stands; a person chooses. */
  clashing: (keyof Fields)[]
}

/** `opened`: what the form began with; `typed`: what it holds; `now`: what is stored meanwhile. */
export function mergeChanges<Fields extends Record<string, string>>(
  fields: readonly (keyof Fields)[],
  { opened, typed, now }: { opened: Fields; typed: Fields; now: Fields },
): Merged<Fields> {
  const value = { ...now }
  const clashing: (keyof Fields)[] = []
  for (const field of fields) {
    if (typed[field] === opened[field] || typed[field] === now[field]) continue
    value[field] = typed[field]
    if (now[field] !== opened[field]) clashing.push(field)
  }
  return { value, clashing }
}
