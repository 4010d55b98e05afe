// Records one event of the case with its date, and what else belongs to it: how a letter went out, the case that goes on.
import { Checkbox, SegmentedControl, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { postings, postingSchema, type CaseEvent, type Posting } from '../../../shared/cases.ts'
import type { CaseRecord } from '../../../shared/ipc/parts.ts'
import { isLetter } from '../../../shared/rules/case-course.ts'
import { DateField } from '../../parts/date-field.tsx'
import { DialogEnd } from '../../parts/dialog-end.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { LinesField } from '../../parts/typed-fields.tsx'
import { useAct, useAnswer } from '../../queries.ts'
import { useSession } from '../../session.ts'
import { tell } from '../../tell.ts'
import { CaseChanges, Meanwhile, useSeen } from './meanwhile.tsx'

export function RecordDialog({
  record,
  event,
  onClose,
}: {
  record: CaseRecord
  event: CaseEvent
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { today } = useSession()
  const seen = useSeen(record.version)
  const [on, setOn] = useState<string | null>(defaultDay(record, event, today))
  const [note, setNote] = useState('')
  const [posted, setPosted] = useState<Posting>(record.lane === 'meta-quest' ? 'email' : 'ordinary')
  const [toOtherAddress, setToOtherAddress] = useState(false)
  const [otherCaseId, setOtherCaseId] = useState<string | null>(null)
  const act = useAct('cases.record', {
    onDone: () => {
      tell(t('case.recorded'))
      onClose()
    },
  })
  const allowed = record.approvals.filter(({ state }) => state === 'given')
  // A letter made here has an approval of its own.
  const mayGoElsewhere = allowed.some(({ matter, noticeId }) => matter === 'other-address' && noticeId === null)
  // The reason that was allowed is the one that is recorded.
  const refusalReason = allowed.find(({ matter }) => matter === event)?.refusalReason ?? null
  const isDuplicate = event === 'closed-as-duplicate'
  const isReady = on !== null && (!isDuplicate || otherCaseId !== null) && !seen.isBehind
  const possible = record.possibleEvents.find((one) => one.event === event)
  const refused = possible === undefined ? 'not-in-this-state' : possible.refused
  return (
    <Dialog opened onClose={onClose} title={t('case.recordTitle', { event: t(`case.event.${event}`) })} size={560}>
      <form
        onSubmit={(submitted) => {
          submitted.preventDefault()
          if (on === null || !isReady) return
          act.mutate({
            id: record.id,
            version: seen.version,
            event,
            on,
            refusalReason,
            note: note.trim() === '' ? null : note.trim(),
            posted: isLetter(event) ? posted : null,
            toOtherAddress: isLetter(event) && toOtherAddress,
            otherCaseId: isDuplicate ? otherCaseId : null,
          })
        }}
      >
        <Stack>
          <Meanwhile seen={seen}>
            <CaseChanges record={record} seen={seen} />
            {refused !== null && (
              <Text size="sm" fw={700}>
                {t('changes.notNow', {
                  event: t(`case.event.${event}`),
                  because: t(`course.refused.${refused}`),
                })}
              </Text>
            )}
          </Meanwhile>
          {refusalReason !== null && <Text fw={700}>{t(`case.refusal.${refusalReason}`)}</Text>}
          <DateField label={t('case.recordOn')} value={on} onChange={setOn} until={today} required />
          {isLetter(event) && (
            <Stack gap={4}>
              <Text size="sm" fw={500} id="posted-label">
                {t('course.posted')}
              </Text>
              <SegmentedControl
                aria-labelledby="posted-label"
                value={posted}
                data={postings
                  .filter((value) => value !== 'email' || record.lane === 'meta-quest')
                  .map((value) => ({ value, label: t(`course.posting.${value}`) }))}
                onChange={(value) => setPosted(postingSchema.parse(value))}
              />
            </Stack>
          )}
          {isLetter(event) && mayGoElsewhere && (
            <Checkbox
              label={t('course.toOtherAddress')}
              checked={toOtherAddress}
              onChange={(changed) => setToOtherAddress(changed.currentTarget.checked)}
            />
          )}
          {isDuplicate && <OtherCase record={record} value={otherCaseId} onChange={setOtherCaseId} />}
          <LinesField
            label={t('case.recordNote')}
            autosize
            minRows={2}
            most={500}
            value={note}
            onChange={(changed) => setNote(changed.currentTarget.value)}
          />
          <DialogEnd
            action={t('case.recordNow')}
            disabled={!isReady}
            loading={act.isPending}
            data-autofocus
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  )
}

/** A letter that nobody sent back was delivered on the day its wait ended, not on the day somebody looks. */
function defaultDay(record: CaseRecord, event: CaseEvent, today: string): string {
  if (event !== 'answer-taken-as-delivered') return today
  return record.deadlines.find(({ clock }) => clock === 'delivery-wait')?.due ?? today
}

function OtherCase(props: { record: CaseRecord; value: string | null; onChange: (id: string | null) => void }) {
  const { t } = useTranslation()
  const cases = useAnswer('cases.list', {})
  const others = (cases.data?.cases ?? []).filter(
    ({ id, state }) => id !== props.record.id && state !== 'wiped' && state !== 'wiping',
  )
  return (
    <Select
      label={t('course.otherCase')}
      searchable
      limit={30}
      data={others.map(({ id, number, requesterName }) => ({ value: id, label: `${number} ${requesterName ?? ''}` }))}
      value={props.value}
      onChange={props.onChange}
      nothingFoundMessage={t('case.none')}
    />
  )
}
