// The letters that the case calls for and the one that usually comes next as buttons, every other that fits in a menu.
import { Button, Group, Menu } from '@mantine/core'
import { IconChevronDown, IconMailPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CaseRecord } from '../../../shared/ipc/parts.ts'
import type { LetterKind } from '../../../shared/letters.ts'
import { fittingLetters, type LetterReasons } from '../../../shared/rules/fitting-letters.ts'

/** More buttons than these would push the menu off its line. */
const mostButtons = 3

export function LetterChoice(props: {
  record: CaseRecord
  reasons: LetterReasons
  onChoose: (kind: LetterKind) => void
}) {
  const { t } = useTranslation()
  const { called, first, others } = fittingLetters(props.record, props.reasons)
  const inSight = (called.length > 0 ? called : first === null ? [] : [first]).slice(0, mostButtons)
  const inMenu = [...called.slice(mostButtons), ...others]
  return (
    <Group gap={6}>
      {inSight.map((kind) => (
        <Button
          key={kind}
          size="compact-sm"
          variant={kind === first ? 'filled' : 'light'}
          leftSection={<IconMailPlus size={16} aria-hidden />}
          onClick={() => props.onChoose(kind)}
        >
          {t('letters.make', { letter: t(`letters.name.${kind}`) })}
        </Button>
      ))}
      {inMenu.length > 0 && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button size="compact-sm" variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
              {t('letters.others')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown mah="60vh" style={{ overflowY: 'auto' }}>
            {inMenu.map((kind) => (
              <Menu.Item key={kind} onClick={() => props.onChoose(kind)}>
                {t(`letters.name.${kind}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </Group>
  )
}
