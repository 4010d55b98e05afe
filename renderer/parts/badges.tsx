// States as badges: always a colour with an icon and words, never a colour alone.
import { Badge } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCheck,
  IconCircleDashed,
  IconClock,
  IconCoinYen,
  IconEye,
  IconEyeOff,
  IconEyeSearch,
  IconFlame,
  IconHourglass,
  IconLock,
  IconMail,
  IconMessage,
  IconPencil,
  IconQuestionMark,
  IconSend,
  IconTrash,
  type Icon,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CaseState } from '../../shared/cases.ts'
import type { Paper, ScanStage } from '../../shared/ipc/parts.ts'
import type { FieldState, Verdict } from '../../shared/screening.ts'

export interface Look {
  color: string
  icon: Icon
}

export const verdictLook: Record<Verdict | 'waiting', Look> = {
  flagged: { color: 'red', icon: IconAlertTriangle },
  check: { color: 'orange', icon: IconQuestionMark },
  // Not green: nothing found is not "no problem".
  'nothing-found': { color: 'gray', icon: IconEyeSearch },
  waiting: { color: 'blue', icon: IconHourglass },
}

export const fieldStateLook: Record<FieldState, Look> = {
  visible: { color: 'red', icon: IconEye },
  'see-through': { color: 'orange', icon: IconEye },
  masked: { color: 'gray', icon: IconEyeOff },
  omitted: { color: 'gray', icon: IconCircleDashed },
  blank: { color: 'gray', icon: IconCircleDashed },
  unreadable: { color: 'orange', icon: IconQuestionMark },
}

const stageLook: Record<ScanStage, Look> = {
  received: { color: 'blue', icon: IconHourglass },
  screened: { color: 'orange', icon: IconPencil },
  prepared: { color: 'grape', icon: IconEyeOff },
  finished: { color: 'teal', icon: IconCheck },
  returned: { color: 'gray', icon: IconSend },
  wiped: { color: 'gray', icon: IconTrash },
}

const caseStateLook: Record<CaseState, Look> = {
  inquired: { color: 'cyan', icon: IconMail },
  'awaiting-form': { color: 'orange', icon: IconClock },
  received: { color: 'blue', icon: IconMail },
  'awaiting-correction': { color: 'orange', icon: IconClock },
  verified: { color: 'indigo', icon: IconCheck },
  consulting: { color: 'blue', icon: IconMessage },
  answered: { color: 'teal', icon: IconSend },
  finished: { color: 'grape', icon: IconFlame },
  wiping: { color: 'red', icon: IconFlame },
  wiped: { color: 'gray', icon: IconTrash },
}

const paperLook: Record<Paper['state'], Look> = {
  held: { color: 'orange', icon: IconLock },
  returned: { color: 'gray', icon: IconSend },
  destroyed: { color: 'gray', icon: IconTrash },
  'handed-over': { color: 'gray', icon: IconCoinYen },
  'not-received': { color: 'gray', icon: IconCircleDashed },
}

function LookBadge({ look, words }: { look: Look; words: string }) {
  return (
    <Badge color={look.color} size="lg" leftSection={<look.icon size={14} aria-hidden />} fz={13} px={8}>
      {words}
    </Badge>
  )
}

/** What screening said, `null` while it has not. */
export function VerdictBadge({ verdict }: { verdict: Verdict | null }) {
  const { t } = useTranslation()
  const key = verdict ?? 'waiting'
  return <LookBadge look={verdictLook[key]} words={t(`common.verdict.${key}`)} />
}

export function FieldStateBadge({ state }: { state: FieldState }) {
  const { t } = useTranslation()
  return <LookBadge look={fieldStateLook[state]} words={t(`common.fieldState.${state}`)} />
}

export function StageBadge({ stage }: { stage: ScanStage }) {
  const { t } = useTranslation()
  return <LookBadge look={stageLook[stage]} words={t(`common.stage.${stage}`)} />
}

export function CaseStateBadge({ state }: { state: CaseState }) {
  const { t } = useTranslation()
  return <LookBadge look={caseStateLook[state]} words={t(`common.caseState.${state}`)} />
}

export function PaperBadge({ state }: { state: Paper['state'] }) {
  const { t } = useTranslation()
  return <LookBadge look={paperLook[state]} words={t(`common.paper.${state}`)} />
}
