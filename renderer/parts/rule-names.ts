// Names a dated rule's entry and sums up its content in a line, in the reader's language.
import type { TFunction } from 'i18next'
import { unreachable } from '../../shared/faults.ts'
import { quoted } from '../../shared/rules/dated/articles.ts'
import type { DatedVersion } from '../../shared/rules/dated/index.ts'

export function entryName(rule: DatedVersion, t: TFunction): string {
  switch (rule.table) {
    case 'articles':
      return t(`rules.article.${rule.entry}`)
    case 'id-documents':
      return t(`rules.idKind.${rule.entry}`)
    case 'refusals':
      return t(`case.refusal.${rule.entry}`)
    default:
      return unreachable(rule)
  }
}

export function contentLine(rule: DatedVersion, t: TFunction): string {
  switch (rule.table) {
    case 'articles':
      return quoted(rule.content)
    case 'id-documents': {
      const { accepted, freshMonths, inPolicy } = rule.content
      const parts = [t(`rules.acceptance.${accepted}`)]
      if (freshMonths !== null && accepted !== 'no') parts.push(t('rules.freshShort', { n: freshMonths }))
      if (!inPolicy) parts.push(t('rules.notInPolicy'))
      return parts.join(' / ')
    }
    case 'refusals':
      return rule.content.requesterText
    default:
      return unreachable(rule)
  }
}
