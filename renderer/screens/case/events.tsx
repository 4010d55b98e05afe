// Records what happened: only the events that may happen now, each with its date.
import { Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { refusalReasons, refusalReasonSchema, type CaseEvent, type RefusalReason } from '../../../shared/cases.ts'
import type { CaseRecord } from '../../../shared/ipc/parts.ts'
import { DateField } from '../../parts/date-field.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Card } from '../../parts/screen.tsx'
import { useAct } from '../../queries.ts'
import { useSession } from '../../session.ts'
import { tell } from '../../tell.ts'

export function Events({ record }: { record: CaseRecord }) {
  const { t } = useTranslation()
  const { state } = useSession()
  const [event, setEvent] = useState<CaseEvent | null>(null)
  const possible = record.possibleEvents.filter(({ refused }) => refused === null).map((one) => one.event)
  if (state.readOnly || record.state === 'wiped') return null
  return (
    <Card title={t('case.record')}>
      {possible.length === 0 && <Text size="sm">{t('case.noEvents')}</Text>}
      <Group gap={6}>
        {possible.map((candidate) => (
          <Button key={candidate} size="compact-md" variant="default" onClick={() => setEvent(candidate)}>
            {t(`case.event.${candidate}`)}
          </Button>
        ))}
      </Group>
      {event !== null && <RecordDialog record={record} event={event} onClose={() => setEvent(null)} />}
    </Card>
  )
}

function RecordDialog({ record, event, onClose }: { record: CaseRecord; event: CaseEvent; onClose: () => void }) {
  const { t } = useTranslation()
  const { today } = useSession()
  const [on, setOn] = useState<string | null>(today)
  const [reason, setReason] = useState<RefusalReason | null>(null)
  const [note, setNote] = useState('')
  const act = useAct('cases.record', {
    onDone: () => {
      tell(t('case.recorded'))
      onClose()
    },
  })
  const needsReason = event === 'refusal-sent'
  const isReady = on !== null && (!needsReason || reason !== null)
  return (
    <Dialog opened onClose={onClose} title={t('case.recordTitle', { event: t(`case.event.${event}`) })} size={560}>
      <form
        onSubmit={(submitted) => {
          submitted.preventDefault()
          if (on === null || !isReady) return
          act.mutate({
            id: record.id,
            version: record.version,
            event,
            on,
            refusalReason: needsReason ? reason : null,
            note: note.trim() === '' ? null : note.trim(),
            posted: null,
            toOtherAddress: false,
            otherCaseId: null,
          })
        }}
      >
        <Stack>
          <DateField label={t('case.recordOn')} value={on} onChange={setOn} until={today} required />
          {needsReason && (
            <Radio.Group
              label={t('case.refusalReason')}
              value={reason}
              onChange={(value) => setReason(refusalReasonSchema.parse(value))}
            >
              <Stack gap={6} mt={6}>
                {refusalReasons.map((value, index) => (
                  <Radio
                    key={value}
                    value={value}
                    label={t(`case.refusal.${value}`)}
                    {...(index === 0 ? { 'data-autofocus': true } : {})}
                  />
                ))}
              </Stack>
            </Radio.Group>
          )}
          <Textarea
            label={t('case.recordNote')}
            autosize
            minRows={2}
            maxLength={500}
            value={note}
            onChange={(changed) => setNote(changed.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button
              type="submit"
              disabled={!isReady}
              loading={act.isPending}
              {...(needsReason ? {} : { 'data-autofocus': true })}
            >
              {t('case.recordNow')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
