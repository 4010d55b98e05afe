// Who the letters come from: company, desk, signatory, the desk for Meta Quest users, the English letter head, the fee.
import { Alert, Button, Group, NumberInput, SimpleGrid, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { companyLengths, deskSettingsSchema, isCompanyEntered, type DeskSettings } from '../../../shared/settings.ts'
import { Card } from '../../parts/screen.tsx'
import { LineField, LinesField } from '../../parts/typed-fields.tsx'
import { useAct } from '../../queries.ts'
import { useSession } from '../../session.ts'
import { tell } from '../../tell.ts'

type Company = DeskSettings['company']
type English = Company['english']

export function CompanyForm({ settings }: { settings: DeskSettings }) {
  const { t } = useTranslation()
  const { state } = useSession()
  const [company, setCompany] = useState(settings.company)
  const [fee, setFee] = useState<number | null>(settings.disclosureFeeYen)
  const change = useAct('settings.changeDesk', { onDone: () => tell(t('staff.savedDesk')) })
  const parsed = deskSettingsSchema.safeParse({ ...settings, company, disclosureFeeYen: fee })
  const wrong = new Set(parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.')))
  const line = (name: Exclude<keyof Company, 'english'>) => ({
    label: t(`letters.company.${name}`),
    value: company[name],
    most: mostOf(name),
    error: wrong.has(`company.${name}`) ? t('letters.checkField') : null,
    onChange: (event: { currentTarget: { value: string } }) =>
      setCompany({ ...company, [name]: event.currentTarget.value }),
  })
  const englishLine = (name: keyof English) => ({
    label: t(`letters.company.${name}`),
    value: company.english[name],
    most: mostOf(name),
    error: wrong.has(`company.english.${name}`) ? t('letters.checkField') : null,
    onChange: (event: { currentTarget: { value: string } }) =>
      setCompany({ ...company, english: { ...company.english, [name]: event.currentTarget.value } }),
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (parsed.success) change.mutate(parsed.data)
      }}
    >
      <Stack gap="sm" maw={1100}>
        {!isCompanyEntered(settings) && <Alert color="orange">{t('letters.companyDefault')}</Alert>}
        <Card title={t('letters.japaneseHead')}>
          <SimpleGrid cols={2} spacing="xs" verticalSpacing="xs">
            <LineField {...line('name')} />
            <LineField {...line('desk')} />
            <LineField {...line('postalCode')} />
            <LineField {...line('address')} />
            <LineField {...line('signatoryTitle')} />
            <LineField {...line('signatory')} />
            <LineField {...line('metaQuestLine')} />
            <LineField {...line('email')} />
          </SimpleGrid>
          <LinesField {...line('closing')} autosize minRows={2} />
          <NumberInput
            label={t('letters.fee')}
            w={240}
            value={fee ?? ''}
            min={0}
            max={100_000}
            allowDecimal={false}
            thousandSeparator=","
            error={wrong.has('disclosureFeeYen') ? t('letters.checkField') : null}
            onChange={(typed) => setFee(typeof typed === 'number' ? typed : null)}
          />
        </Card>
        <Card title={t('letters.englishHead')}>
          <SimpleGrid cols={2} spacing="xs" verticalSpacing="xs">
            <LineField {...englishLine('name')} />
            <LineField {...englishLine('desk')} />
            <LineField {...englishLine('signatoryTitle')} />
            <LineField {...englishLine('signatory')} />
          </SimpleGrid>
          <LineField {...englishLine('address')} />
          <LinesField {...englishLine('closing')} autosize minRows={2} />
        </Card>
        <Group justify="flex-end">
          <Button type="submit" disabled={!parsed.success || state.readOnly} loading={change.isPending}>
            {t('staff.saveDesk')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function mostOf(name: keyof Company): number {
  return name === 'address' || name === 'email' || name === 'closing' ? companyLengths[name] : companyLengths.line
}
