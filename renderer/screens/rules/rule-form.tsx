// Writes down the next version of a rule: its content, the day from which it holds, and where that was read.
import { Checkbox, SimpleGrid, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarDate } from '../../../shared/dates.ts'
import { datedRuleSchema, type DatedVersion } from '../../../shared/rules/dated/index.ts'
import { DateField } from '../../parts/date-field.tsx'
import { DialogEnd } from '../../parts/dialog-end.tsx'
import { LineField } from '../../parts/typed-fields.tsx'
import { useAct } from '../../queries.ts'
import { useSession } from '../../session.ts'
import { tell } from '../../tell.ts'
import { ContentFields } from './content-fields.tsx'

export function RuleForm({ version, onDone }: { version: DatedVersion; onDone: () => void }) {
  const { t } = useTranslation()
  const { state } = useSession()
  const [draft, setDraft] = useState(version)
  const [validFrom, setValidFrom] = useState<CalendarDate | null>(state.today)
  const [source, setSource] = useState('')
  const [isConfirmed, setConfirmed] = useState(false)
  const add = useAct('rules.add', {
    onDone: () => {
      tell(t('rules.added'))
      onDone()
    },
  })
  const parsed = datedRuleSchema.safeParse({
    ...draft,
    validFrom,
    checkedOn: state.today,
    source,
    confirmed: isConfirmed,
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (parsed.success) add.mutate(parsed.data)
      }}
    >
      <Stack gap="sm">
        <Text size="sm">{t('rules.addText')}</Text>
        <ContentFields rule={draft} onChange={setDraft} />
        <SimpleGrid cols={2} spacing="sm">
          <DateField
            label={t('rules.validFrom')}
            value={validFrom}
            onChange={setValidFrom}
            from={state.today}
            required
          />
          <LineField
            label={t('rules.source')}
            value={source}
            most={300}
            onChange={(event) => setSource(event.currentTarget.value)}
          />
        </SimpleGrid>
        <Checkbox
          label={t('rules.isConfirmed')}
          checked={isConfirmed}
          onChange={(event) => setConfirmed(event.currentTarget.checked)}
        />
        <DialogEnd action={t('rules.addDo')} disabled={!parsed.success} loading={add.isPending} onCancel={onDone} />
      </Stack>
    </form>
  )
}
