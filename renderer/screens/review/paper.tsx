// The paper that lies beside the scan: still held, or returned or destroyed on a date before two people.
import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Scan } from '../../../shared/ipc/parts.ts'
import { PaperBadge } from '../../parts/badges.tsx'
import { DateText } from '../../parts/dates.tsx'
import { SettlePaper } from '../../parts/settle-paper.tsx'
import { isReturn } from './progress.ts'

export function PaperOfScan({ scan }: { scan: Scan }) {
  const { t } = useTranslation()
  const [settling, setSettling] = useState<'returned' | 'destroyed' | null>(null)
  const { paper } = scan
  const isOver = scan.stage === 'finished' || scan.stage === 'returned' || scan.stage === 'wiped'
  return (
    <Group gap={6} wrap="nowrap" role="group" aria-label={t('review.paper')}>
      <PaperBadge state={paper.state} />
      {paper.on !== null && (
        <Text size="sm">
          <DateText date={paper.on} /> {paper.initials.join('・')}
        </Text>
      )}
      {paper.state === 'held' && isOver && (
        <>
          <Button size="compact-sm" variant="default" onClick={() => setSettling('returned')}>
            {t('review.paperReturned')}
          </Button>
          {!isReturn(scan) && (
            <Button size="compact-sm" variant="default" onClick={() => setSettling('destroyed')}>
              {t('review.paperDestroyed')}
            </Button>
          )}
        </>
      )}
      {settling !== null && (
        <SettlePaper
          piece={{ id: paper.pieceId, kind: scan.role, arrivedOn: scan.receivedOn }}
          state={settling}
          onClose={() => setSettling(null)}
        />
      )}
    </Group>
  )
}
