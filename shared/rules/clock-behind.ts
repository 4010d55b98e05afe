// Whether the PC's clock was set back: nothing can have been recorded later than now.
import type { Instant } from '../dates.ts'

/** Clocks are set by a network now and then, and jump a little. */
const toleranceMs = 2 * 60_000

/** The newest record's instant, when the clock stands clearly before it; else null. */
export function clockBehind(latest: Instant | null, now: Instant): Instant | null {
  return latest !== null && Date.parse(now) + toleranceMs < Date.parse(latest) ? latest : null
}
