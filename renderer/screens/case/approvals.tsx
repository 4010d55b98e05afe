// What needs two people in this case: asked for with a reason, given or sent back by a reviewer who did not ask.
import { Badge, Button, Group, Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  refusalReasons,
  refusalReasonSchema,
  type ApprovalMatter,
  type ApprovalState,
  type RefusalReason,
} from '../../../shared/cases.ts'
import type { Approval, CaseRecord } from '../../../shared/ipc/parts.ts'
import { needsReason, reasonsBeforeVerification } from '../../../shared/rules/case-states.ts'
import { charactersTooMany } from '../../../shared/typed-text.ts'
import { DialogEnd } from '../../parts/dialog-end.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { useMatterWords } from '../../parts/matter-words.ts'
import { LinesField } from '../../parts/typed-fields.tsx'
import { useAct } from '../../queries.ts'
import { useSession } from '../../session.ts'
import { tell } from '../../tell.ts'
import { AskDialog } from './ask-dialog.tsx'
import classes from './case.module.css'

const shown: ReadonlySet<ApprovalState> = new Set<ApprovalState>(['waiting', 'given', 'declined'])
const colors: Record<ApprovalState, string> = {
  waiting: 'orange',
  given: 'teal',
  declined: 'red',
  used: 'gray',
  lapsed: 'gray',
  'taken-back': 'gray',
}

export function ApprovalList({ record }: { record: CaseRecord }) {
  const { t } = useTranslation()
  const approvals = record.approvals.filter(({ state }) => shown.has(state))
  if (approvals.length === 0) return null
  return (
    <Stack gap={6} role="list" aria-label={t('course.approvals')}>
      {approvals.map((approval) => (
        <ApprovalItem key={approval.id} approval={approval} />
      ))}
    </Stack>
  )
}

function ApprovalItem({ approval }: { approval: Approval }) {
  const { t } = useTranslation()
  const { person } = useSession()
  const matterWords = useMatterWords()
  const [isDeciding, setDeciding] = useState(false)
  const takeBack = useAct('approvals.takeBack', { onDone: () => tell(t('course.takenBack')) })
  const mayEverDecide = person.roles.includes('reviewer')
  return (
    <div role="listitem" className={classes.row}>
      <Stack gap={2} style={{ minWidth: 0 }}>
        <Group gap={6}>
          <Badge color={colors[approval.state]}>{t(`course.state.${approval.state}`)}</Badge>
          <Text size="sm" fw={700}>
            {matterWords(approval.matter)}
          </Text>
        </Group>
        {approval.refusalReason !== null && <Text size="sm">{t(`case.refusal.${approval.refusalReason}`)}</Text>}
        <Text size="sm">{t('course.askedBy', { name: approval.askedBy, reason: approval.reason ?? '' })}</Text>
        {approval.decidedBy !== null && (
          <Text size="sm">{t('course.decidedBy', { name: approval.decidedBy, answer: approval.answer ?? '' })}</Text>
        )}
        {approval.state === 'waiting' && mayEverDecide && !approval.mayDecide && (
          <Text size="xs" c="#8a3200">
            {t('course.notYours')}
          </Text>
        )}
      </Stack>
      <Group gap={6} wrap="nowrap" style={{ flex: 'none' }}>
        {approval.mayDecide && (
          <Button size="compact-md" onClick={() => setDeciding(true)}>
            {t('course.decide')}
          </Button>
        )}
        {approval.mayTakeBack && (
          <Button
            size="compact-md"
            variant="default"
            loading={takeBack.isPending}
            onClick={() => takeBack.mutate({ id: approval.id })}
          >
            {t('course.takeBack')}
          </Button>
        )}
      </Group>
      {isDeciding && <Decide approval={approval} onClose={() => setDeciding(false)} />}
    </div>
  )
}

const mostAnswer = 500

function Decide({ approval, onClose }: { approval: Approval; onClose: () => void }) {
  const { t } = useTranslation()
  const matterWords = useMatterWords()
  const [answer, setAnswer] = useState('')
  const decide = useAct('approvals.decide', {
    onDone: ({ approvals }) => {
      const isGiven = approvals.find(({ id }) => id === approval.id)?.state === 'given'
      tell(t(isGiven ? 'course.given' : 'course.declined'))
      onClose()
    },
  })
  const send = (give: boolean) => decide.mutate({ id: approval.id, give, answer: answer.trim() === '' ? null : answer })
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('course.decideTitle', { matter: matterWords(approval.matter) })}
      size={560}
    >
      <Stack>
        {approval.refusalReason !== null && <Text>{t(`case.refusal.${approval.refusalReason}`)}</Text>}
        <Text>{t('course.askedBy', { name: approval.askedBy, reason: approval.reason ?? '' })}</Text>
        <LinesField
          label={t('course.answer')}
          autosize
          minRows={2}
          most={mostAnswer}
          data-autofocus
          value={answer}
          onChange={(event) => setAnswer(event.currentTarget.value)}
        />
        <DialogEnd action={t('course.give')} loading={decide.isPending} onAct={() => send(true)} onCancel={onClose}>
          {/* Who sends something back says why. */}
          <Button
            color="red"
            variant="outline"
            disabled={answer.trim().length < 2 || charactersTooMany(answer, mostAnswer) > 0}
            loading={decide.isPending}
            onClick={() => send(false)}
          >
            {t('course.decline')}
          </Button>
        </DialogEnd>
      </Stack>
    </Dialog>
  )
}

export function AskApproval(props: { record: CaseRecord; matter: ApprovalMatter; onClose: () => void }) {
  const { t } = useTranslation()
  const { record, matter } = props
  const matterWords = useMatterWords()
  const [refusalReason, setRefusalReason] = useState<RefusalReason | null>(null)
  const ask = useAct('approvals.ask', {
    onDone: () => {
      tell(t('course.asked'))
      props.onClose()
    },
  })
  const hasReason = matter !== 'early-wipe' && matter !== 'other-address' && needsReason(matter)
  const allowed = refusalReasons.filter((value) => record.state === 'verified' || reasonsBeforeVerification.has(value))
  return (
    <AskDialog
      title={t('course.askTitle', { matter: matterWords(matter) })}
      isChosen={!hasReason || refusalReason !== null}
      isPending={ask.isPending}
      onAsk={(reason) =>
        ask.mutate({ caseId: record.id, matter, refusalReason: hasReason ? refusalReason : null, reason })
      }
      onClose={props.onClose}
    >
      {hasReason && (
        <Radio.Group
          label={t('case.refusalReason')}
          value={refusalReason}
          onChange={(value) => setRefusalReason(refusalReasonSchema.parse(value))}
        >
          <Stack gap={6} mt={6}>
            {allowed.map((value) => (
              <Radio key={value} value={value} label={t(`case.refusal.${value}`)} />
            ))}
          </Stack>
        </Radio.Group>
      )}
    </AskDialog>
  )
}
