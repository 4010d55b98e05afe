// Whom a letter is addressed to: the requester as a rule; an agent or somebody else only with a second person.
import { Alert, Radio, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RecipientChoice } from '../../../shared/letters.ts'
import { recipientKinds, recipientKindSchema } from '../../../shared/post.ts'
import { PlaceChoice } from '../../parts/place-choice.tsx'
import { LineField, LinesField } from '../../parts/typed-fields.tsx'
import { useAnswer } from '../../queries.ts'

export function LetterRecipient(props: {
  caseId: string
  value: RecipientChoice
  onChange: (value: RecipientChoice) => void
}) {
  const { t } = useTranslation()
  const { value, onChange } = props
  const agents = useAnswer('agents.ofCase', { caseId: props.caseId })
  const agent = agents.data?.agents.find(({ standing }) => standing === 'verified')
  return (
    <Stack gap="xs">
      <Radio.Group
        label={t('posted.recipientLabel')}
        value={value.kind}
        onChange={(chosen) => {
          const kind = recipientKindSchema.parse(chosen)
          onChange(kind === 'other' ? { kind, name: '', postalCode: '', address: '' } : { kind })
        }}
      >
        <Stack gap={5} mt={6}>
          {recipientKinds.map((kind) => (
            <Radio
              key={kind}
              value={kind}
              disabled={kind === 'agent' && agent === undefined}
              label={t(`posted.recipient.${kind}`)}
              description={kind === 'agent' && agent === undefined ? t('posted.noAgent') : agentName(kind, agent)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {value.kind === 'other' && (
        <>
          <LineField
            label={t('case.name')}
            value={value.name}
            most={200}
            onChange={(event) => onChange({ ...value, name: event.currentTarget.value })}
          />
          <LineField
            label={t('case.postalCode')}
            placeholder={t('case.postalCodeHint')}
            value={value.postalCode}
            most={8}
            error={/^(\d{3}-\d{4})?$/.test(value.postalCode) ? null : t('case.postalCodeWrong')}
            onChange={(event) => onChange({ ...value, postalCode: event.currentTarget.value })}
          />
          <PlaceChoice
            postalCode={value.postalCode}
            address={value.address}
            onChoose={(address) => onChange({ ...value, address })}
          />
          <LinesField
            label={t('case.address')}
            autosize
            minRows={2}
            maxRows={5}
            most={2000}
            value={value.address}
            onChange={(event) => onChange({ ...value, address: event.currentTarget.value })}
          />
        </>
      )}
      {value.kind !== 'requester' && (
        <Alert color="orange" p="xs">
          {t('posted.recipientHint')}
        </Alert>
      )}
    </Stack>
  )
}

function agentName(kind: RecipientChoice['kind'], agent: { particulars: { name: string } | null } | undefined): string {
  return kind === 'agent' ? (agent?.particulars?.name ?? '') : ''
}
