// The groups of the board as both board and digest show them: sign, colour, and a tile with how many there are.
import { Group, SimpleGrid, Text, UnstyledButton } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCalendarDue,
  IconCalendarTime,
  IconClock,
  IconFlame,
  IconMailPause,
  type Icon,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CallAnswer } from '../../shared/ipc/contract.ts'
import type { BoardGroup as GroupName } from '../../shared/rules/board.ts'
import classes from './board-groups.module.css'

export type BoardGroup = CallAnswer<'cases.board'>['groups'][number]

export const groupLooks: Record<GroupName, { icon: Icon; color: string }> = {
  overdue: { icon: IconAlertTriangle, color: 'red' },
  today: { icon: IconCalendarDue, color: 'orange' },
  soon: { icon: IconCalendarTime, color: 'yellow' },
  waiting: { icon: IconMailPause, color: 'blue' },
  'to-destroy': { icon: IconFlame, color: 'grape' },
  later: { icon: IconClock, color: 'gray' },
}

export function GroupTiles(props: { groups: readonly BoardGroup[]; onChoose: (group: GroupName) => void }) {
  const { t } = useTranslation()
  return (
    <SimpleGrid
      cols={props.groups.length}
      spacing="xs"
      role="list"
      aria-label={t('board.counts')}
      style={{ flex: 'none' }}
    >
      {props.groups.map(({ group, total }) => (
        <div role="listitem" key={group}>
          <Tile group={group} count={total} onClick={() => props.onChoose(group)} />
        </div>
      ))}
    </SimpleGrid>
  )
}

function Tile({ group, count, onClick }: { group: GroupName; count: number; onClick: () => void }) {
  const { t } = useTranslation()
  const { icon: TileIcon, color } = groupLooks[group]
  return (
    <UnstyledButton
      className={classes.tile}
      data-empty={count === 0}
      style={{ borderTopColor: `var(--mantine-color-${color}-7)` }}
      onClick={onClick}
      aria-label={`${t(`board.group.${group}`)} ${t('common.items', { n: count })}`}
    >
      <Group gap={6} wrap="nowrap">
        <TileIcon size={18} aria-hidden color={`var(--mantine-color-${color}-8)`} />
        <Text size="sm" fw={700}>
          {t(`board.group.${group}`)}
        </Text>
      </Group>
      <Text fz={28} fw={700} lh={1.1} style={{ fontVariantNumeric: 'tabular-nums' }}>
        {count}
      </Text>
    </UnstyledButton>
  )
}
