// Records that somebody compared a rule with its source, and whether the company's counsel confirmed it.
import { Checkbox, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarDate } from '../../../shared/dates.ts'
import type { DatedVersion } from '../../../shared/rules/dated/index.ts'
import { DateField } from '../../parts/date-field.tsx'
import { DialogEnd } from '../../parts/dialog-end.tsx'
import { LineField } from '../../parts/typed-fields.tsx'
import { useAct } from '../../queries.ts'
import { useSession } from '../../session.ts'
import { tell } from '../../tell.ts'
import { RuleContent } from './rule-content.tsx'

export function CheckForm({ version, onDone }: { version: DatedVersion; onDone: () => void }) {
  const { t } = useTranslation()
  const { state } = useSession()
  const [checkedOn, setCheckedOn] = useState<CalendarDate | null>(state.today)
  const [source, setSource] = useState(version.source)
  const [isConfirmed, setConfirmed] = useState(version.confirmed)
  const check = useAct('rules.check', {
    onDone: () => {
      tell(t('rules.checked'))
      onDone()
    },
  })
  const isReady = checkedOn !== null && source.trim() !== ''
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) check.mutate({ id: version.id, checkedOn, source, confirmed: isConfirmed })
      }}
    >
      <Stack gap="sm">
        <Text size="sm">{t('rules.checkText')}</Text>
        <RuleContent rule={version} />
        <DateField
          label={t('rules.checkedOn')}
          value={checkedOn}
          onChange={setCheckedOn}
          until={state.today}
          required
        />
        <LineField
          label={t('rules.source')}
          value={source}
          most={300}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        <Checkbox
          label={t('rules.isConfirmed')}
          checked={isConfirmed}
          onChange={(event) => setConfirmed(event.currentTarget.checked)}
        />
        <DialogEnd action={t('rules.check')} disabled={!isReady} loading={check.isPending} onCancel={onDone} />
      </Stack>
    </form>
  )
}
