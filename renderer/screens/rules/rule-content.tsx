// What one version of a rule says, part by part.
import { Table, Text } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { unreachable } from '../../../shared/faults.ts'
import type { DatedVersion } from '../../../shared/rules/dated/index.ts'

export function RuleContent({ rule }: { rule: DatedVersion }) {
  const { t } = useTranslation()
  return (
    <Table withRowBorders={false} verticalSpacing={2} horizontalSpacing={4} layout="fixed">
      <Table.Tbody>
        {partsOf(rule, t)
          .filter(([, text]) => text !== '')
          .map(([name, text]) => (
            <Table.Tr key={name}>
              <Table.Th w={190} style={{ verticalAlign: 'top' }}>
                <Text size="xs" c="dimmed">
                  {name}
                </Text>
              </Table.Th>
              <Table.Td>
                <Text size="sm">{text}</Text>
              </Table.Td>
            </Table.Tr>
          ))}
      </Table.Tbody>
    </Table>
  )
}

function partsOf(rule: DatedVersion, t: TFunction): (readonly [string, string])[] {
  switch (rule.table) {
    case 'articles':
      return [
        [t('rules.law'), rule.content.law],
        [t('rules.number'), rule.content.number],
        [t('rules.articleTitle'), rule.content.title],
      ]
    case 'id-documents': {
      const { accepted, address, sides, freshMonths, inPolicy, note, noteEn, letterText } = rule.content
      return [
        [t('rules.accepted'), t(`rules.acceptance.${accepted}`)],
        [t('rules.address'), t(`rules.addressPlace.${address}`)],
        [t('rules.sides'), t(`rules.side.${sides}`)],
        [t('rules.fresh'), freshMonths === null ? '' : t('rules.freshShort', { n: freshMonths })],
        [t('rules.inPolicy'), inPolicy ? '' : t('rules.notInPolicy')],
        [t('rules.note'), note],
        [t('rules.noteEn'), noteEn],
        [t('rules.letterText'), letterText],
      ]
    }
    case 'refusals':
      return [
        [t('rules.reason'), rule.content.reason],
        [t('rules.requesterText'), rule.content.requesterText],
        [t('rules.articlesOfReason'), rule.content.articles.map((id) => t(`rules.article.${id}`)).join('、')],
      ]
    default:
      return unreachable(rule)
  }
}
