// The letter to write next as a button, every other that fits the case in a menu beside it.
import { Button, Group, Menu } from '@mantine/core'
import { IconChevronDown, IconMailPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CaseRecord } from '../../../shared/ipc/parts.ts'
import type { LetterKind } from '../../../shared/letters.ts'
import { fittingLetters } from '../../../shared/rules/fitting-letters.ts'

export function LetterChoice({ record, onChoose }: { record: CaseRecord; onChoose: (kind: LetterKind) => void }) {
  const { t } = useTranslation()
  const { first, others } = fittingLetters(record, {
    hasFlaggedScan: record.scans.some(({ verdict }) => verdict === 'flagged'),
    unposted: record.notices.filter(({ post }) => post === null).map(({ kind }) => kind),
  })
  return (
    <Group gap={6}>
      {first !== null && (
        <Button size="compact-sm" leftSection={<IconMailPlus size={16} aria-hidden />} onClick={() => onChoose(first)}>
          {t('letters.make', { letter: t(`letters.name.${first}`) })}
        </Button>
      )}
      {others.length > 0 && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button size="compact-sm" variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
              {t('letters.others')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown mah="60vh" style={{ overflowY: 'auto' }}>
            {others.map((kind) => (
              <Menu.Item key={kind} onClick={() => onChoose(kind)}>
                {t(`letters.name.${kind}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </Group>
  )
}
