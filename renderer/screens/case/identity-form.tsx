// What a person sees on the ID and on the form, compared while it is typed, with the rule of today and what follows from it.
import { Alert, Button, Checkbox, Group, List, Select, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconTextScan2 } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  identityMethods,
  identityMethodSchema,
  type AcceptableItem,
  type IdentityMethod,
} from '../../../shared/belongings.ts'
import type { Requester } from '../../../shared/cases.ts'
import type { CaseRecord } from '../../../shared/ipc/parts.ts'
import { idDocumentOn, type DatedVersion, type IdDocumentVersion } from '../../../shared/rules/dated/index.ts'
import {
  idKinds,
  idKindSchema,
  idKindsOf,
  type IdKind,
  type PresentedId,
} from '../../../shared/rules/dated/id-documents.ts'
import { assessIdentity, type IdentityAssessment, type SeenCopy } from '../../../shared/rules/identity-check.ts'
import { illegibleCopies } from '../../../shared/rules/to-mend.ts'
import { DateField } from '../../parts/date-field.tsx'
import { useIllegibleWords } from '../../parts/illegible-words.ts'
import { Loaded } from '../../parts/screen.tsx'
import { LineField, LinesField } from '../../parts/typed-fields.tsx'
import { useAct, useAnswer } from '../../queries.ts'
import { useSession } from '../../session.ts'
import { tell } from '../../tell.ts'
import { useIdentityReading } from './use-identity-reading.ts'
import { WrittenBeside } from './written-beside.tsx'

export function IdentityForm({ record, requester }: { record: CaseRecord; requester: Requester }) {
  const rules = useAnswer('rules.list', {})
  return (
    <Loaded query={rules}>
      {({ versions }) => <Form record={record} requester={requester} versions={versions} />}
    </Loaded>
  )
}

const nothingPresented: PresentedId = {
  expiresOn: null,
  issuedOn: null,
  showsAddress: true,
  hasAllSides: true,
  hasSecondDocument: false,
}

function Form(props: { record: CaseRecord; requester: Requester; versions: readonly DatedVersion[] }) {
  const { t } = useTranslation()
  const { today } = useSession()
  const { record, requester } = props
  const [idKind, setIdKind] = useState<IdKind>('licence')
  const [method, setMethod] = useState<IdentityMethod>('copy-by-post')
  const [presented, setPresented] = useState(nothingPresented)
  const illegibleWords = useIllegibleWords()
  const measured = illegibleCopies(record.scans)
  const [isLegible, setLegible] = useState(measured.length === 0)
  const [showsForbiddenField, setForbidden] = useState(false)
  const [onId, setOnId] = useState({ name: '', address: '' })
  // The form is what the case was opened from; what is written on it may be corrected here.
  const [onForm, setOnForm] = useState({ name: requester.name, address: requester.address })
  const [accepted, setAccepted] = useState<readonly AcceptableItem[]>([])
  const [reason, setReason] = useState('')
  const set = (part: Partial<PresentedId>) => setPresented({ ...presented, ...part })
  const verify = useAct('cases.record')
  const save = useAct('identity.record', {
    onDone: ({ checks }) => {
      tell(t('belongings.identity.recorded'))
      // What was just found good is recorded in the case's course as well, unless something else stands in its way.
      if (checks[0]?.result !== 'verified' || !mayVerify(record)) return
      const { id, version } = record
      verify.mutate({ id, version, event: 'identity-verified', on: today, ...untold })
    },
  })
  const idReading = useIdentityReading(record, 'id-copy', (reading) => {
    if (reading === null) return tell(t('belongings.identity.nothingRead'), 'warning')
    const name = reading.people[0]?.name?.text
    const [kind] = idKindsOf[reading.document]
    if (kind !== undefined) setIdKind(kind)
    setOnId({ name: name ?? onId.name, address: reading.address?.text ?? onId.address })
    set({
      expiresOn: reading.expiresOn?.date ?? presented.expiresOn,
      issuedOn: reading.issuedOn?.date ?? presented.issuedOn,
    })
    tell(t('belongings.identity.readNow'))
  })
  const rule = idDocumentOn(props.versions, idKind, today)
  const seen: SeenCopy = { presented, isLegible, showsForbiddenField, accepted, onId, onForm }
  const isTyped = onId.name.trim() !== '' && (!presented.showsAddress || onId.address.trim() !== '')
  const assessment = assessIdentity(rule?.content ?? null, seen, today)
  const needsReason = accepted.length > 0 && reason.trim() === ''
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (!isTyped || needsReason) return
        const { id: caseId } = record
        const details = { onId, onForm, reason: reason.trim() }
        const facts = { presented, isLegible, showsForbiddenField, accepted: [...accepted] }
        save.mutate({ caseId, idKind, method, ...facts, details })
      }}
    >
      <Stack gap="xs">
        <Group grow align="flex-start">
          <Select
            label={t('belongings.identity.kind')}
            data={idKinds.map((value) => ({ value, label: t(`rules.idKind.${value}`) }))}
            value={idKind}
            allowDeselect={false}
            onChange={(value) => setIdKind(idKindSchema.parse(value))}
          />
          <Select
            label={t('belongings.identity.method')}
            data={identityMethods.map((value) => ({ value, label: t(`belongings.identity.methodOf.${value}`) }))}
            value={method}
            allowDeselect={false}
            onChange={(value) => setMethod(identityMethodSchema.parse(value))}
          />
        </Group>
        <RuleToday rule={rule} />
        {(rule?.content.hasExpiry === true || rule?.content.freshMonths != null) && (
          <Group grow align="flex-start">
            {rule.content.hasExpiry && (
              <DateField
                label={t('belongings.identity.expiresOn')}
                value={presented.expiresOn}
                onChange={(expiresOn) => set({ expiresOn })}
              />
            )}
            {rule.content.freshMonths !== null && (
              <DateField
                label={t('belongings.identity.issuedOn')}
                value={presented.issuedOn}
                onChange={(issuedOn) => set({ issuedOn })}
                until={today}
              />
            )}
          </Group>
        )}
        <Group gap="md">
          <Checkbox
            label={t('belongings.identity.isLegible')}
            description={illegibleWords(measured)}
            checked={isLegible}
            onChange={(event) => setLegible(event.currentTarget.checked)}
          />
          <Checkbox
            label={t('belongings.identity.hasAllSides')}
            checked={presented.hasAllSides}
            onChange={(event) => set({ hasAllSides: event.currentTarget.checked })}
          />
          <Checkbox
            label={t('belongings.identity.showsAddress')}
            checked={presented.showsAddress}
            onChange={(event) => set({ showsAddress: event.currentTarget.checked })}
          />
          <Checkbox
            label={t('belongings.identity.hasSecond')}
            checked={presented.hasSecondDocument}
            onChange={(event) => set({ hasSecondDocument: event.currentTarget.checked })}
          />
          <Checkbox
            label={t('belongings.identity.showsForbidden')}
            checked={showsForbiddenField}
            onChange={(event) => setForbidden(event.currentTarget.checked)}
          />
        </Group>
        <Group justify="space-between" gap="xs">
          <Text size="xs" c="dimmed">
            {t('belongings.identity.asWritten')}
          </Text>
          {idReading.isThere && (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconTextScan2 size={16} aria-hidden />}
              loading={idReading.isReading}
              onClick={idReading.read}
            >
              {t('belongings.identity.read')}
            </Button>
          )}
        </Group>
        <Group grow align="flex-start">
          <LineField
            label={t('belongings.identity.nameOnId')}
            most={200}
            value={onId.name}
            onChange={(event) => setOnId({ ...onId, name: event.currentTarget.value })}
          />
          <LineField
            label={t('belongings.identity.nameOnForm')}
            most={200}
            value={onForm.name}
            onChange={(event) => setOnForm({ ...onForm, name: event.currentTarget.value })}
          />
        </Group>
        <Group grow align="flex-start">
          {presented.showsAddress && (
            <LinesField
              label={t('belongings.identity.addressOnId')}
              autosize
              most={2000}
              value={onId.address}
              onChange={(event) => setOnId({ ...onId, address: event.currentTarget.value })}
            />
          )}
          <LinesField
            label={t('belongings.identity.addressOnForm')}
            autosize
            most={2000}
            value={onForm.address}
            onChange={(event) => setOnForm({ ...onForm, address: event.currentTarget.value })}
          />
        </Group>
        {isTyped && (
          <>
            <WrittenBeside label={t('case.name')} comparison={assessment.name} />
            {assessment.address !== null && <WrittenBeside label={t('case.address')} comparison={assessment.address} />}
            <Acceptance assessment={assessment} accepted={accepted} onChange={setAccepted} />
            <LinesField
              label={t('belongings.identity.reason')}
              autosize
              most={500}
              value={reason}
              error={needsReason ? t('belongings.identity.reasonNeeded') : null}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Result assessment={assessment} />
          </>
        )}
        <Button
          type="submit"
          style={{ alignSelf: 'flex-end' }}
          disabled={!isTyped || needsReason}
          loading={save.isPending}
          {...(assessment.needs.length === 0 ? {} : { color: 'orange' })}
        >
          {assessment.needs.length === 0
            ? t('belongings.identity.recordVerified')
            : t('belongings.identity.recordMend')}
        </Button>
      </Stack>
    </form>
  )
}

/** What is told beside an event that is no letter. */
const untold = { refusalReason: null, note: null, posted: null, toOtherAddress: false, otherCaseId: null } as const

function mayVerify(record: CaseRecord): boolean {
  return record.possibleEvents.some(({ event }) => event === 'identity-verified')
}

function RuleToday({ rule }: { rule: IdDocumentVersion | null }) {
  const { t, i18n } = useTranslation()
  if (rule === null) return <Text size="sm">{t('belongings.identity.noRule')}</Text>
  const { accepted, address, sides, note, noteEn } = rule.content
  const words = i18n.language === 'en' && noteEn !== '' ? noteEn : note
  return (
    <Alert p="xs" color={accepted === 'no' ? 'red' : 'gray'} title={t('belongings.identity.rule')}>
      <Text size="sm">
        {t(`rules.acceptance.${accepted}`)} / {t(`rules.addressPlace.${address}`)} / {t(`rules.side.${sides}`)}
      </Text>
      {words !== '' && <Text size="sm">{words}</Text>}
    </Alert>
  )
}

function Acceptance(props: {
  assessment: IdentityAssessment
  accepted: readonly AcceptableItem[]
  onChange: (accepted: readonly AcceptableItem[]) => void
}) {
  const { t } = useTranslation()
  const { accepted } = props
  const choices: readonly { need: AcceptableItem; differs: boolean; label: string }[] = [
    {
      need: 'id-name-differs',
      differs: props.assessment.name.result === 'different',
      label: t('belongings.identity.acceptName'),
    },
    {
      need: 'id-address-differs',
      differs: props.assessment.address?.result === 'different',
      label: t('belongings.identity.acceptAddress'),
    },
  ]
  return choices
    .filter(({ need, differs }) => differs || accepted.includes(need))
    .map(({ need, label }) => (
      <Checkbox
        key={need}
        label={label}
        checked={accepted.includes(need)}
        onChange={(event) =>
          props.onChange(event.currentTarget.checked ? [...accepted, need] : accepted.filter((other) => other !== need))
        }
      />
    ))
}

function Result({ assessment }: { assessment: IdentityAssessment }) {
  const { t } = useTranslation()
  if (assessment.needs.length === 0) {
    return (
      <Alert p="xs" color="teal" icon={<IconCheck aria-hidden />}>
        {t('belongings.identity.verdictVerified')}
      </Alert>
    )
  }
  return (
    <Alert p="xs" color="orange" icon={<IconAlertTriangle aria-hidden />} title={t('belongings.identity.verdictMend')}>
      <List size="sm">
        {assessment.needs.map((need) => (
          <List.Item key={need}>{t(`letters.item.${need}`)}</List.Item>
        ))}
      </List>
    </Alert>
  )
}
