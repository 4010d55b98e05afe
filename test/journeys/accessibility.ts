// Asks axe what of the screen in sight a person without a mouse or with poor sight could not use.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** One line per violation; empty when there is none. WCAG 2.2 A and AA. */
export async function violationsOn(page: Page): Promise<string[]> {
  // An app's window cannot open the blank page that axe would otherwise run its second half in.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
}
