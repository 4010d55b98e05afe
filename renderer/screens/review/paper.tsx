// The paper that lies beside the scan: still held, or returned or destroyed on a date before two people.
import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Scan } from '../../../shared/ipc/parts.ts'
import { PaperBadge } from '../../parts/badges.tsx'
import { DateField } from '../../parts/date-field.tsx'
import { DateText } from '../../parts/dates.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { useAct } from '../../queries.ts'
import { useSession } from '../../session.ts'
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
      {settling !== null && <PaperDialog scan={scan} state={settling} onClose={() => setSettling(null)} />}
    </Group>
  )
}

function PaperDialog(props: { scan: Scan; state: 'returned' | 'destroyed'; onClose: () => void }) {
  const { t } = useTranslation()
  const { today } = useSession()
  const [on, setOn] = useState<string | null>(today)
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const settle = useAct('scans.settlePaper', { onDone: props.onClose })
  const isReady = on !== null && first.trim() !== '' && second.trim() !== ''
  return (
    <Dialog opened onClose={props.onClose} title={`${t('review.paperDialog')}: ${t(`common.paper.${props.state}`)}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) {
            settle.mutate({ id: props.scan.id, state: props.state, on, initials: [first.trim(), second.trim()] })
          }
        }}
      >
        <Stack>
          <DateField label={t('review.paperDate')} value={on} onChange={setOn} until={today} required />
          <TextInput
            label={t('review.initialsFirst')}
            maxLength={10}
            data-autofocus
            value={first}
            onChange={(event) => setFirst(event.currentTarget.value)}
          />
          <TextInput
            label={t('review.initialsSecond')}
            maxLength={10}
            value={second}
            onChange={(event) => setSecond(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" disabled={!isReady} loading={settle.isPending}>
              {t('review.paperSave')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
