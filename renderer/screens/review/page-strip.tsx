// The pages of a scan as small numbered buttons: which are done, which still wait, which are left out; and the tools that arrange them.
import { ActionIcon, Button, Group, Tooltip, UnstyledButton } from '@mantine/core'
import {
  IconArrowLeft,
  IconArrowRight,
  IconArrowsExchange,
  IconCheck,
  IconFileOff,
  IconPointFilled,
  IconTrashX,
  type Icon,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ScanPage } from '../../../shared/ipc/parts.ts'
import { keyboard } from '../../keyboard.ts'
import classes from './page-strip.module.css'
import { isPageDone } from './progress.ts'
import type { Arranging } from './use-arranging.ts'

interface Strip {
  pages: readonly ScanPage[]
  current: ScanPage
  arranging: Arranging | null
  onGo: (page: number) => void
}

export function PageStrip(props: Strip) {
  const { t } = useTranslation()
  return (
    <Group gap={4} justify="space-between" wrap="nowrap" align="flex-start" style={{ flex: 'none' }}>
      <Group gap={4} role="group" aria-label={t('review.pageStates')} className={classes.strip}>
        {props.pages.map((page, index) => (
          <PageButton
            key={page.page}
            page={page}
            place={index + 1}
            isCurrent={page.page === props.current.page}
            onGo={props.onGo}
          />
        ))}
      </Group>
      <Tools {...props} />
    </Group>
  )
}

function PageButton(props: { page: ScanPage; place: number; isCurrent: boolean; onGo: (page: number) => void }) {
  const { t } = useTranslation()
  const { page, place, isCurrent } = props
  const isDone = isPageDone(page)
  const [words, Mark] = page.leftOut
    ? ([t('review.pageLeftOut', { page: place }), IconFileOff] as const)
    : isDone
      ? ([t('review.pageDone', { page: place }), IconCheck] as const)
      : ([t('review.pageOpen', { page: place }), IconPointFilled] as const)
  return (
    <UnstyledButton
      className={classes.page}
      data-current={isCurrent}
      data-done={isDone}
      data-left-out={page.leftOut}
      aria-current={isCurrent ? 'page' : undefined}
      aria-label={words}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => props.onGo(page.page)}
    >
      {place}
      <Mark size={14} aria-hidden />
    </UnstyledButton>
  )
}

function Tools({ pages, current, arranging, onGo }: Strip) {
  const { t } = useTranslation()
  const { otherSide } = current
  const place = pages.findIndex(({ page }) => page === otherSide) + 1
  return (
    <Group gap={4} wrap="nowrap">
      {otherSide !== null && (
        <Tooltip label={`${t('review.otherSideHint')} (${keyOf('otherSide')})`}>
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<IconArrowsExchange size={16} aria-hidden />}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onGo(otherSide)}
          >
            {t('review.otherSide', { page: place })}
          </Button>
        </Tooltip>
      )}
      {arranging !== null && pages.length > 1 && (
        <>
          <Tool
            icon={IconArrowLeft}
            words={`${t('review.moveEarlier')} (${keyOf('moveEarlier')})`}
            onClick={arranging.mayMove(current, -1) ? () => arranging.move(current, -1) : null}
          />
          <Tool
            icon={IconArrowRight}
            words={`${t('review.moveLater')} (${keyOf('moveLater')})`}
            onClick={arranging.mayMove(current, 1) ? () => arranging.move(current, 1) : null}
          />
          <Tool
            icon={IconTrashX}
            words={`${current.leftOut ? t('review.takeIn') : t('review.leaveOut')} (${keyOf('leaveOut')})`}
            onClick={arranging.mayToggle(current) ? () => arranging.toggle(current) : null}
          />
        </>
      )}
    </Group>
  )
}

function Tool({ icon: Drawn, words, onClick }: { icon: Icon; words: string; onClick: (() => void) | null }) {
  return (
    <Tooltip label={words}>
      <ActionIcon
        variant="default"
        size="sm"
        aria-label={words}
        disabled={onClick === null}
        onMouseDown={(event) => event.preventDefault()}
        onClick={onClick ?? undefined}
      >
        <Drawn size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}

function keyOf(action: 'otherSide' | 'moveEarlier' | 'moveLater' | 'leaveOut'): string {
  return keyboard.review[action][0].toUpperCase()
}
