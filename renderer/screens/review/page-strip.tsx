// The pages of a scan as small numbered buttons: which are done, which still wait.
import { Group, UnstyledButton } from '@mantine/core'
import { IconCheck, IconPointFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ScanPage } from '../../../shared/ipc/parts.ts'
import classes from './page-strip.module.css'
import { isPageDone } from './progress.ts'

export function PageStrip(props: { pages: readonly ScanPage[]; current: number; onGo: (page: number) => void }) {
  const { t } = useTranslation()
  return (
    <Group gap={4} role="group" aria-label={t('review.pageStates')} className={classes.strip}>
      {props.pages.map((page) => {
        const isDone = isPageDone(page)
        return (
          <UnstyledButton
            key={page.page}
            className={classes.page}
            data-current={page.page === props.current}
            data-done={isDone}
            aria-current={page.page === props.current ? 'page' : undefined}
            aria-label={isDone ? t('review.pageDone', { page: page.page }) : t('review.pageOpen', { page: page.page })}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => props.onGo(page.page)}
          >
            {page.page}
            {isDone ? <IconCheck size={14} aria-hidden /> : <IconPointFilled size={14} aria-hidden />}
          </UnstyledButton>
        )
      })}
    </Group>
  )
}
