// What comes next in the case: the one or two sensible steps as buttons, everything else that can happen in a menu.
import { Button, Group, Menu, Stack, Text } from '@mantine/core'
import { IconChevronDown, IconUserCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { approvalMatters, type ApprovalMatter, type CaseEvent } from '../../../shared/cases.ts'
import type { CaseRecord } from '../../../shared/ipc/parts.ts'
import type { LetterInPost } from '../../../shared/ipc/post.ts'
import { letterEndedBy } from '../../../shared/rules/letter-ends.ts'
import { DeliveryDialog, ReturnDialog } from '../../parts/post-dialogs.tsx'
import { Card } from '../../parts/screen.tsx'
import { useSession } from '../../session.ts'
import { ApprovalList, AskApproval } from './approvals.tsx'
import { RecordDialog } from './record-dialog.tsx'

type Possible = CaseRecord['possibleEvents'][number]

export function Steps({ record }: { record: CaseRecord }) {
  const { t } = useTranslation()
  const { state } = useSession()
  const [event, setEvent] = useState<CaseEvent | null>(null)
  const [matter, setMatter] = useState<ApprovalMatter | null>(null)
  /** The post tells more of it than the case: why it came back. */
  const [letter, setLetter] = useState<LetterOnItsWay | null>(null)
  if (state.readOnly || record.state === 'wiped' || record.state === 'wiping') return null
  const proposed = record.proposed.flatMap((name) => record.possibleEvents.filter((one) => one.event === name))
  const others = record.possibleEvents.filter((one) => !record.proposed.includes(one.event))
  const choose = ({ event: chosen, refused }: Possible) => {
    const way = letterOnItsWay(record, chosen)
    if (way !== null) setLetter(way)
    else if (refused === 'approval-missing') setMatter(approvalMatters.find((one) => one === chosen) ?? null)
    else setEvent(chosen)
  }
  return (
    <Card title={t('course.next')}>
      {proposed.length === 0 && (
        <Text size="sm">{t(record.state === 'finished' ? 'course.toWipe' : 'course.nothingNext')}</Text>
      )}
      <Group gap="xs" align="flex-start">
        {proposed.map((one, index) => (
          <Step key={one.event} record={record} possible={one} isFirst={index === 0} onChoose={() => choose(one)} />
        ))}
        <OtherSteps record={record} others={others} onChoose={choose} onAsk={setMatter} />
      </Group>
      <ApprovalList record={record} />
      {event !== null && <RecordDialog record={record} event={event} onClose={() => setEvent(null)} />}
      {letter?.end === 'delivered' && <DeliveryDialog noticeId={letter.noticeId} onClose={() => setLetter(null)} />}
      {letter?.end === 'returned' && <ReturnDialog noticeId={letter.noticeId} onClose={() => setLetter(null)} />}
      {matter !== null && <AskApproval record={record} matter={matter} onClose={() => setMatter(null)} />}
    </Card>
  )
}

type LetterOnItsWay = NonNullable<ReturnType<typeof letterEndedBy>>

/** The letter whose end this event tells, while it is in the post; null for every other event, and for letters not made here. */
function letterOnItsWay(record: CaseRecord, event: CaseEvent): LetterOnItsWay | null {
  const events = record.history.map((entry) => ({ event: entry.event, noticeId: noticeIdOf(entry.detail) }))
  const ended = letterEndedBy(events, event)
  const post = record.notices.find(({ id }) => id === ended?.noticeId)?.post ?? null
  return post === null || postIsOver(post) ? null : ended
}

function noticeIdOf({ noticeId }: CaseRecord['history'][number]['detail']): string | null {
  return typeof noticeId === 'string' ? noticeId : null
}

function postIsOver({ deliveredOn, returnedOn }: LetterInPost): boolean {
  return deliveredOn !== null || returnedOn !== null
}

function isAsked(record: CaseRecord, matter: ApprovalMatter | CaseEvent): boolean {
  return record.approvals.some((approval) => approval.matter === matter && approval.state === 'waiting')
}

/** A step that something stands in the way of says what, instead of failing afterwards. */
function Step(props: { record: CaseRecord; possible: Possible; isFirst: boolean; onChoose: () => void }) {
  const { t } = useTranslation()
  const { event, refused } = props.possible
  const words = t(`case.event.${event}`)
  const waits = refused === 'approval-missing' && isAsked(props.record, event)
  if (refused === 'approval-missing' && !waits) {
    return (
      <Button
        variant={props.isFirst ? 'filled' : 'default'}
        leftSection={<IconUserCheck size={18} aria-hidden />}
        onClick={props.onChoose}
      >
        {t('course.askFor', { event: words })}
      </Button>
    )
  }
  return (
    <Stack gap={2} maw={300}>
      <Button variant={props.isFirst ? 'filled' : 'default'} disabled={refused !== null} onClick={props.onChoose}>
        {words}
      </Button>
      {refused !== null && (
        <Text size="xs" c="#8a3200">
          {waits ? t('course.isAsked') : t(`course.refused.${refused}`)}
        </Text>
      )}
    </Stack>
  )
}

function OtherSteps(props: {
  record: CaseRecord
  others: readonly Possible[]
  onChoose: (possible: Possible) => void
  onAsk: (matter: ApprovalMatter) => void
}) {
  const { t } = useTranslation()
  const { record } = props
  const isOpen = record.state !== 'finished'
  const beside = (['other-address', 'early-wipe'] as const).filter(
    (matter) =>
      isOpen && !record.approvals.some((one) => one.matter === matter && ['waiting', 'given'].includes(one.state)),
  )
  return (
    <Menu position="bottom-end" withinPortal width={340}>
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
          {t('course.others')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        {props.others.map((possible) => {
          const { event, refused } = possible
          const asks = refused === 'approval-missing' && !isAsked(record, event)
          return (
            <Menu.Item
              key={event}
              disabled={refused !== null && !asks}
              // What stands in the way must be readable.
              style={{ opacity: 1 }}
              onClick={() => props.onChoose(possible)}
            >
              {asks ? t('course.askFor', { event: t(`case.event.${event}`) }) : t(`case.event.${event}`)}
              {refused !== null && !asks && (
                <Text size="xs" c="#545b6b">
                  {isAsked(record, event) ? t('course.isAsked') : t(`course.refused.${refused}`)}
                </Text>
              )}
            </Menu.Item>
          )
        })}
        {beside.length > 0 && <Menu.Divider />}
        {beside.map((matter) => (
          <Menu.Item key={matter} onClick={() => props.onAsk(matter)}>
            {t('course.askFor', { event: t(`course.matter.${matter}`) })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
