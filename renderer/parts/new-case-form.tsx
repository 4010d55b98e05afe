// The form that opens a case: kind, lane, dates, requester.
import { Alert, Checkbox, Group, SegmentedControl, Select, Stack } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  laneSchema,
  lanes,
  requestKinds,
  requestKindSchema,
  trackOf,
  type Lane,
  type Requester,
  type RequestKind,
} from '../../shared/cases.ts'
import type { CaseRecord } from '../../shared/ipc/parts.ts'
import { useAct, useAnswer } from '../queries.ts'
import { useSession } from '../session.ts'
import { DateField } from './date-field.tsx'
import { DialogEnd } from './dialog-end.tsx'
import { SimilarCases } from './similar-cases.tsx'
import { completeRequester, emptyRequester, RequesterFields } from './requester-fields.tsx'

export function NewCaseForm(props: {
  onOpened: (opened: CaseRecord) => void
  onCancel: () => void
  submitLabel: string
}) {
  const { t } = useTranslation()
  const { today } = useSession()
  const [kind, setKind] = useState<RequestKind>('disclosure')
  const [lane, setLane] = useState<Lane>('post')
  const [arrivedOn, setArrivedOn] = useState<string | null>(today)
  const [inquiryOn, setInquiryOn] = useState<string | null>(null)
  const [requester, setRequester] = useState<Requester>(emptyRequester)
  const [complain, setComplain] = useState(false)
  const [isInquiryOnly, setInquiryOnly] = useState(false)
  // A complaint or a consultation is answered as it comes: there is no form to wait for.
  const beginsWithInquiry = isInquiryOnly && trackOf(kind) === 'request'
  const [linking, setLinking] = useState<readonly string[]>([])
  const link = useAct('notes.link')
  const open = useAct('cases.open', {
    onDone: (opened) => {
      for (const otherId of linking) link.mutate({ caseId: opened.id, otherId })
      props.onOpened(opened)
    },
  })
  const submit = () => {
    const complete = completeRequester(requester)
    if (complete === null || (beginsWithInquiry ? inquiryOn : arrivedOn) === null) return setComplain(true)
    open.mutate({ kind, lane, inquiryOn, arrivedOn: beginsWithInquiry ? null : arrivedOn, requester: complete })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Stack gap="sm">
        <Group grow align="flex-start">
          <Select
            label={t('case.kind')}
            data={requestKinds.map((value) => ({ value, label: t(`common.kind.${value}`) }))}
            value={kind}
            allowDeselect={false}
            onChange={(value) => setKind(requestKindSchema.parse(value))}
            data-autofocus
          />
          <Select
            label={t('case.lane')}
            data={lanes.map((value) => ({ value, label: t(`common.lane.${value}`) }))}
            value={lane}
            allowDeselect={false}
            onChange={(value) => setLane(laneSchema.parse(value))}
          />
        </Group>
        {trackOf(kind) === 'request' && (
          <SegmentedControl
            aria-label={t('course.begins')}
            value={isInquiryOnly ? 'inquiry' : 'request'}
            data={(['request', 'inquiry'] as const).map((value) => ({ value, label: t(`course.beginsWith.${value}`) }))}
            onChange={(value) => {
              setInquiryOnly(value === 'inquiry')
              if (value === 'inquiry') setInquiryOn(inquiryOn ?? arrivedOn)
            }}
          />
        )}
        <Group grow align="flex-start">
          {!beginsWithInquiry && (
            <DateField label={t('case.arrivedOn')} value={arrivedOn} onChange={setArrivedOn} until={today} required />
          )}
          <DateField
            label={t(beginsWithInquiry ? 'case.inquiryOn' : 'case.inquiryOptional')}
            value={inquiryOn}
            onChange={setInquiryOn}
            until={today}
            required={beginsWithInquiry}
          />
        </Group>
        <RequesterFields value={requester} onChange={setRequester} complain={complain} />
        <Duplicates requester={requester} linking={linking} onChange={setLinking} />
        <DialogEnd action={props.submitLabel} loading={open.isPending} onCancel={props.onCancel} />
      </Stack>
    </form>
  )
}

/** Long enough that not every key asks, short enough that the answer is there before the button is pressed. */
const pauseMs = 400

function Duplicates(props: {
  requester: Requester
  linking: readonly string[]
  onChange: (caseIds: readonly string[]) => void
}) {
  const { t } = useTranslation()
  const [{ name, address }] = useDebouncedValue(props.requester, pauseMs)
  const request = { name: name.trim(), address: address.trim(), exceptId: null }
  const similar = useAnswer('cases.similar', request, { enabled: request.name !== '' })
  const cases = similar.data?.cases ?? []
  if (cases.length === 0) return null
  return (
    <Alert color="orange" p="xs" title={t('belongings.notes.similarAsk')}>
      <SimilarCases
        label={t('belongings.notes.similarTitle')}
        cases={cases}
        renderActions={({ caseId }) => (
          <Checkbox
            label={t('belongings.notes.alsoLink')}
            checked={props.linking.includes(caseId)}
            onChange={(event) =>
              props.onChange(
                event.currentTarget.checked
                  ? [...props.linking, caseId]
                  : props.linking.filter((other) => other !== caseId),
              )
            }
          />
        )}
      />
    </Alert>
  )
}
