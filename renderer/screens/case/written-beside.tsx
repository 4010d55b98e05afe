// Two written forms of one thing side by side: what agrees, what is only written otherwise, and what differs.
import { Badge, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Comparison, Run } from '../../../shared/identity.ts'
import classes from './case.module.css'

const color = { same: 'teal', 'same-after-normalising': 'blue', different: 'red' } as const

export function WrittenBeside({ label, comparison }: { label: string; comparison: Comparison }) {
  const { t } = useTranslation()
  const { result, left, right, allowances } = comparison
  return (
    <Stack gap={2} role="group" aria-label={label}>
      <Group gap="xs">
        <Text size="sm" fw={700}>
          {label}
        </Text>
        <Badge color={color[result]} size="lg">
          {t(`belongings.identity.agreement.${result}`)}
        </Badge>
        {result === 'same-after-normalising' && (
          <Text size="sm">{allowances.map((one) => t(`belongings.identity.allowance.${one}`)).join('・')}</Text>
        )}
      </Group>
      {result !== 'same' && (
        <>
          <Written label={t('belongings.identity.form')} runs={left} />
          <Written label={t('belongings.identity.idCopy')} runs={right} />
        </>
      )}
    </Stack>
  )
}

function Written({ label, runs }: { label: string; runs: readonly Run[] }) {
  return (
    <div className={classes.written}>
      <Text span size="xs" c="dimmed">
        {label}{' '}
      </Text>
      {runs.map((run, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- runs are known by their place alone
        <span key={index} data-mark={run.mark}>
          {run.text}
        </span>
      ))}
    </div>
  )
}
