// Agents of the requester: who they are, the papers of their authority, what is missing, and the judgement.
import { Alert, Badge, Button, Group, List, Select, Stack, Text } from '@mantine/core'
import { IconUserPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  agentKinds,
  agentKindSchema,
  authorityDocumentKinds,
  authorityDocumentKindSchema,
  type AgentKind,
  type AgentStanding,
  type AuthorityDocumentKind,
} from '../../../shared/belongings.ts'
import { requesterFields } from '../../../shared/cases.ts'
import type { Agent } from '../../../shared/ipc/belongings.ts'
import type { CaseRecord } from '../../../shared/ipc/parts.ts'
import { mergeChanges } from '../../../shared/rules/merge-changes.ts'
import { DateField } from '../../parts/date-field.tsx'
import { useDateWords } from '../../parts/dates.tsx'
import { DialogEnd } from '../../parts/dialog-end.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { completeRequester, emptyRequester, RequesterFields } from '../../parts/requester-fields.tsx'
import { Card, Loaded } from '../../parts/screen.tsx'
import { LineField } from '../../parts/typed-fields.tsx'
import { useAct, useAnswer } from '../../queries.ts'
import { useSession } from '../../session.ts'
import classes from './case.module.css'
import { Clashes, Meanwhile, useSeen } from './meanwhile.tsx'

const standingColor: Record<AgentStanding, string> = {
  unchecked: 'orange',
  verified: 'teal',
  'not-verified': 'red',
  withdrawn: 'gray',
}

export function Agents({ record }: { record: CaseRecord }) {
  const { t } = useTranslation()
  const { state } = useSession()
  const agents = useAnswer('agents.ofCase', { caseId: record.id })
  const [editing, setEditing] = useState<{ agentId: string | null } | null>(null)
  const mayChange = record.requester !== null && !state.readOnly
  return (
    <Card
      title={t('belongings.agents.title')}
      actions={
        mayChange && (
          <Button
            size="compact-md"
            variant="default"
            leftSection={<IconUserPlus size={18} aria-hidden />}
            onClick={() => setEditing({ agentId: null })}
          >
            {t('belongings.agents.add')}
          </Button>
        )
      }
    >
      <Loaded query={agents}>
        {({ agents: all }) => (
          <Stack gap="sm">
            <Text size="sm">{all.length === 0 ? t('belongings.agents.none') : t('belongings.agents.intro')}</Text>
            {all.map((agent) => (
              <AgentItem
                key={agent.id}
                agent={agent}
                mayChange={mayChange}
                onEdit={() => setEditing({ agentId: agent.id })}
              />
            ))}
          </Stack>
        )}
      </Loaded>
      {editing !== null && (
        <EditAgent
          record={record}
          agent={agents.data?.agents.find(({ id }) => id === editing.agentId) ?? null}
          onClose={() => setEditing(null)}
        />
      )}
    </Card>
  )
}

function AgentItem({ agent, mayChange, onEdit }: { agent: Agent; mayChange: boolean; onEdit: () => void }) {
  const { t } = useTranslation()
  const dateWords = useDateWords()
  const { particulars } = agent
  const isActing = agent.standing !== 'withdrawn'
  return (
    <Stack gap={6} p="xs" className={classes.box} role="group" aria-label={particulars?.name ?? ''}>
      <Group justify="space-between">
        <Group gap="sm">
          <Text fw={700} size="sm">
            {particulars?.name ?? t('common.wipedName')}
            {particulars !== null && particulars.relation !== '' && `(${particulars.relation})`}
          </Text>
          <Text size="sm">{t(`belongings.agents.kindOf.${agent.kind}`)}</Text>
          <Badge color={standingColor[agent.standing]} size="lg">
            {t(`belongings.agents.standing.${agent.standing}`)}
          </Badge>
          {agent.judgedOn !== null && (
            <Text size="sm" c="dimmed">
              {t('belongings.agents.judged', { date: dateWords(agent.judgedOn), name: agent.judgedBy ?? '' })}
            </Text>
          )}
        </Group>
        {mayChange && isActing && (
          <Button size="compact-sm" variant="default" onClick={onEdit}>
            {t('belongings.agents.change')}
          </Button>
        )}
      </Group>
      {particulars !== null && (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {[particulars.postalCode, particulars.address, particulars.contact].filter((text) => text !== '').join(' ')}
        </Text>
      )}
      {agent.standing === 'verified' && (
        <Text size="sm" fw={700}>
          {t('belongings.agents.answerTo')}
        </Text>
      )}
      {isActing && <Documents agent={agent} mayChange={mayChange} />}
      {isActing && mayChange && <Judgement agent={agent} />}
    </Stack>
  )
}

function Documents({ agent, mayChange }: { agent: Agent; mayChange: boolean }) {
  const { t } = useTranslation()
  const { today } = useSession()
  const dateWords = useDateWords()
  const [kind, setKind] = useState<AuthorityDocumentKind>(authorityDocumentKinds[0])
  const [issuedOn, setIssuedOn] = useState<string | null>(null)
  const add = useAct('agents.addDocument', { onDone: () => setIssuedOn(null) })
  const remove = useAct('agents.removeDocument')
  return (
    <Stack gap={6}>
      <Group gap={6} role="list" aria-label={t('belongings.agents.documents')}>
        {agent.documents.map((document) => (
          <Group key={document.id} role="listitem" gap={2} className={classes.chip}>
            <Text size="sm">
              {t(`belongings.agents.document.${document.kind}`)}{' '}
              {document.issuedOn === null
                ? t('belongings.agents.undated')
                : t('belongings.agents.issued', { date: dateWords(document.issuedOn) })}
            </Text>
            {mayChange && (
              <Button
                size="compact-xs"
                variant="subtle"
                color="gray"
                aria-label={t('belongings.agents.removeDocument', {
                  kind: t(`belongings.agents.document.${document.kind}`),
                })}
                onClick={() => remove.mutate({ id: agent.id, documentId: document.id })}
              >
                <IconX size={14} aria-hidden />
              </Button>
            )}
          </Group>
        ))}
      </Group>
      {agent.gaps.length > 0 && (
        <Alert color="orange" p="xs" title={t('belongings.agents.gapsTitle')}>
          <List size="sm">
            {agent.gaps.map((gap) => (
              <List.Item key={gap}>{t(`belongings.agents.gap.${gap}`)}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      {mayChange && (
        <Group align="flex-start" gap="xs">
          <Select
            label={t('belongings.agents.documentKind')}
            data={authorityDocumentKinds.map((value) => ({ value, label: t(`belongings.agents.document.${value}`) }))}
            value={kind}
            allowDeselect={false}
            onChange={(value) => setKind(authorityDocumentKindSchema.parse(value))}
          />
          <DateField label={t('belongings.agents.issuedOn')} value={issuedOn} onChange={setIssuedOn} until={today} />
          <Button
            variant="default"
            mt={25}
            loading={add.isPending}
            onClick={() => add.mutate({ id: agent.id, kind, issuedOn })}
          >
            {t('belongings.agents.addDocument')}
          </Button>
        </Group>
      )}
    </Stack>
  )
}

function Judgement({ agent }: { agent: Agent }) {
  const { t } = useTranslation()
  const judge = useAct('agents.judge')
  const say = (standing: Exclude<AgentStanding, 'unchecked'>) =>
    judge.mutate({ id: agent.id, version: agent.version, standing })
  return (
    <Group gap="xs">
      <Button
        size="compact-md"
        disabled={agent.gaps.length > 0 || agent.standing === 'verified'}
        onClick={() => say('verified')}
      >
        {t('belongings.agents.verify')}
      </Button>
      <Button size="compact-md" variant="default" onClick={() => say('not-verified')}>
        {t('belongings.agents.refuse')}
      </Button>
      <Button size="compact-md" variant="subtle" color="gray" onClick={() => say('withdrawn')}>
        {t('belongings.agents.withdraw')}
      </Button>
    </Group>
  )
}

function EditAgent(props: { record: CaseRecord; agent: Agent | null; onClose: () => void }) {
  const { t } = useTranslation()
  const { agent } = props
  const seen = useSeen(agent?.version ?? 0)
  const now = agent?.particulars ?? { ...emptyRequester, relation: '' }
  const [opened, setOpened] = useState(now)
  const [kind, setKind] = useState<AgentKind>(agent?.kind ?? 'appointed')
  const [particulars, setParticulars] = useState(now)
  const [complain, setComplain] = useState(false)
  const add = useAct('agents.add', { onDone: props.onClose })
  const change = useAct('agents.change', { onDone: props.onClose })
  const merged = mergeChanges([...requesterFields, 'relation'], { opened, typed: particulars, now })
  return (
    <Dialog opened onClose={props.onClose} title={t('belongings.agents.add')} size={680}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const complete = completeRequester(particulars)
          if (complete === null) return setComplain(true)
          const entered = { ...complete, relation: particulars.relation.trim() }
          if (agent === null) add.mutate({ caseId: props.record.id, kind, particulars: entered })
          else change.mutate({ id: agent.id, version: seen.version, kind, particulars: entered })
        }}
      >
        <Stack>
          <Meanwhile
            seen={seen}
            onGoOn={() => {
              setParticulars(merged.value)
              setOpened(now)
            }}
          >
            <Text size="sm">
              {t('changes.other', {
                text: [agent === null ? '' : t(`belongings.agents.kindOf.${agent.kind}`), ...Object.values(now)]
                  .filter((text) => text !== '')
                  .join(' '),
              })}
            </Text>
            <Clashes
              clashes={merged.clashing.map((field) => ({
                field,
                label: t(field === 'relation' ? 'belongings.agents.relation' : `case.${field}`),
                now: now[field],
                typed: particulars[field],
                onTakeOver: () => setParticulars({ ...particulars, [field]: now[field] }),
              }))}
            />
          </Meanwhile>
          <Group grow>
            <Select
              label={t('belongings.agents.kind')}
              data={agentKinds.map((value) => ({ value, label: t(`belongings.agents.kindOf.${value}`) }))}
              value={kind}
              allowDeselect={false}
              data-autofocus
              onChange={(value) => setKind(agentKindSchema.parse(value))}
            />
            <LineField
              label={t('belongings.agents.relation')}
              most={100}
              value={particulars.relation}
              onChange={(event) => setParticulars({ ...particulars, relation: event.currentTarget.value })}
            />
          </Group>
          <RequesterFields
            value={particulars}
            onChange={(person) => setParticulars({ ...particulars, ...person })}
            complain={complain}
          />
          <DialogEnd
            action={t('common.save')}
            loading={add.isPending || change.isPending}
            disabled={seen.isBehind}
            onCancel={props.onClose}
          />
        </Stack>
      </form>
    </Dialog>
  )
}
