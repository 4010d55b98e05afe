// The findings of one page beside it: field, state, evidence, and one key per decision.
import { Button, Group, Kbd, Stack, Text } from '@mantine/core'
import { IconCheck, IconTrash } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { decisions, type Decision, type FindingRecord } from '../../../shared/ipc/parts.ts'
import { keyboard } from '../../keyboard.ts'
import { FieldStateBadge } from '../../parts/badges.tsx'
import { focusFirst } from '../../parts/focus-first.ts'
import { LineField } from '../../parts/typed-fields.tsx'
import classes from './finding-list.module.css'

const keyOf: Record<Decision, string> = {
  'mask-and-keep': keyboard.review.maskAndKeep[0],
  'mask-and-ask': keyboard.review.maskAndAsk[0],
  'return-to-sender': keyboard.review.returnToSender[0],
  'false-alarm': keyboard.review.falseAlarm[0],
}

const reasonChoices = ['other-field', 'instruction', 'misread'] as const

export interface Deciding {
  decide: (finding: FindingRecord, decision: Decision | null, reason: string | null) => void
  remove: (finding: FindingRecord) => void
  /** The finding whose false alarm waits for its reason. */
  askingReasonFor: string | null
  askReason: (findingId: string | null) => void
}

export function FindingList(props: {
  findings: readonly FindingRecord[]
  selectedId: string | null
  onSelect: (id: string) => void
  /** null where decisions are over. */
  deciding: Deciding | null
  empty: string
}) {
  const { t } = useTranslation()
  if (props.findings.length === 0) {
    return (
      <Stack gap={2} p="sm" className={classes.none}>
        <Text fw={700}>{props.empty}</Text>
        {props.deciding !== null && <Text size="sm">{t('review.noFindingsHint')}</Text>}
      </Stack>
    )
  }
  return (
    <Stack gap={6} role="list" aria-label={t('review.findings')}>
      {props.findings.map((finding, index) => (
        <FindingItem
          key={finding.id}
          finding={finding}
          number={index + 1}
          isSelected={finding.id === props.selectedId}
          onSelect={() => props.onSelect(finding.id)}
          deciding={props.deciding}
        />
      ))}
    </Stack>
  )
}

function FindingItem(props: {
  finding: FindingRecord
  number: number
  isSelected: boolean
  onSelect: () => void
  deciding: Deciding | null
}) {
  const { t } = useTranslation()
  const { finding, deciding, isSelected } = props
  const field = t(`common.field.${finding.field}`)
  const item = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isSelected) item.current?.scrollIntoView({ block: 'nearest' })
  }, [isSelected])
  const evidence =
    finding.source === 'person' ? t('review.byPerson') : finding.by.map((by) => t(`review.by.${by}`)).join('・')
  const isOpen = finding.needsDecision && finding.decision === null
  return (
    // A finding holds its decisions and is chosen as a whole; the keys come by the keyboard map.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={item}
      role="listitem"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- Tab goes from finding to finding
      tabIndex={0}
      className={classes.item}
      data-selected={isSelected}
      data-open={isOpen}
      aria-current={isSelected}
      aria-label={t('review.box', { n: props.number, field, state: t(`common.fieldState.${finding.state}`) })}
      onFocus={(event) => {
        if (event.target === event.currentTarget) props.onSelect()
      }}
      onClick={props.onSelect}
    >
      <Group justify="space-between" wrap="nowrap" gap={6}>
        <Group gap={6} wrap="nowrap">
          <span className={classes.number}>{props.number}</span>
          <Text fw={700}>{field}</Text>
        </Group>
        {(deciding !== null || finding.decision === null) && <FieldStateBadge state={finding.state} />}
      </Group>
      <Text size="xs" c="dimmed">
        {t('review.evidence')}: {evidence}
      </Text>
      {!finding.needsDecision && finding.decision === null && <Text size="sm">{t('review.noDecisionNeeded')}</Text>}
      {deciding === null && finding.decision !== null && <DecisionMade finding={finding} />}
      {deciding !== null && (finding.needsDecision || finding.decision !== null || isSelected) && (
        <Decisions finding={finding} field={field} deciding={deciding} />
      )}
    </div>
  )
}

function DecisionMade({ finding }: { finding: FindingRecord }) {
  const { t } = useTranslation()
  if (finding.decision === null) return null
  return (
    <Group gap={4} wrap="nowrap">
      <IconCheck size={16} aria-hidden />
      <Text size="sm" fw={700}>
        {t(`common.decision.${finding.decision}`)}
        {finding.reason !== null && `: ${finding.reason}`}
      </Text>
    </Group>
  )
}

function Decisions({ finding, field, deciding }: { finding: FindingRecord; field: string; deciding: Deciding }) {
  const { t } = useTranslation()
  return (
    <>
      <div className={classes.decisions} role="group" aria-label={t('review.decision', { field })}>
        {decisions.map((decision) => (
          <Button
            key={decision}
            size="compact-sm"
            fz={13}
            justify="flex-start"
            px={6}
            variant={finding.decision === decision ? 'filled' : 'default'}
            aria-pressed={finding.decision === decision}
            aria-keyshortcuts={keyOf[decision]}
            // A click must not take the focus away from the finding: Enter would press the button again.
            onMouseDown={(event) => event.preventDefault()}
            leftSection={
              <Kbd size="xs" aria-hidden>
                {keyOf[decision]}
              </Kbd>
            }
            onClick={() => {
              if (decision === 'false-alarm') deciding.askReason(finding.id)
              else deciding.decide(finding, decision, null)
            }}
          >
            {t(`common.decision.${decision}`)}
          </Button>
        ))}
      </div>
      {deciding.askingReasonFor === finding.id && <Reason finding={finding} deciding={deciding} />}
      {finding.decision === 'false-alarm' && finding.reason !== null && (
        <Text size="sm">
          {t('review.reason')}: {finding.reason}
        </Text>
      )}
      <Group gap={6}>
        {finding.decision !== null && (
          <Button size="compact-xs" variant="subtle" onClick={() => deciding.decide(finding, null, null)}>
            {t('review.undecide')}
          </Button>
        )}
        {finding.source === 'person' && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="red"
            leftSection={<IconTrash size={14} aria-hidden />}
            onClick={() => deciding.remove(finding)}
          >
            {t('review.remove')}
          </Button>
        )}
      </Group>
    </>
  )
}

function Reason({ finding, deciding }: { finding: FindingRecord; deciding: Deciding }) {
  const { t } = useTranslation()
  const [reason, setReason] = useState(finding.reason ?? '')
  const isEnough = reason.trim().length >= 2
  const decide = (text: string) => deciding.decide(finding, 'false-alarm', text.trim())
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isEnough) decide(reason)
      }}
    >
      <Stack gap={6}>
        <LineField
          size="xs"
          label={t('review.reason')}
          placeholder={t('review.reasonHint')}
          ref={focusFirst}
          most={500}
          // A code that is scanned here is no reason.
          data-scans
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            // Not "back" to the screen before.
            event.nativeEvent.stopImmediatePropagation()
            deciding.askReason(null)
          }}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group gap={6}>
          {reasonChoices.map((choice) => (
            <Button
              key={choice}
              size="compact-xs"
              variant="default"
              onClick={() => decide(t(`review.reasonChoices.${choice}`))}
            >
              {t(`review.reasonChoices.${choice}`)}
            </Button>
          ))}
          <Button size="compact-xs" type="submit" disabled={!isEnough}>
            {t('review.saveReason')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
