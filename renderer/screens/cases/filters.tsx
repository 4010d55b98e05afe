// Narrows the list down: by state, kind, lane, dates and overdue; the wiped rows of the ledger on demand.
import { Badge, Button, Group, MultiSelect, Popover, SimpleGrid, Stack, Switch } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { everyOpenCase, type CaseFilter } from '../../../shared/case-filter.ts'
import {
  caseStates,
  caseStateSchema,
  lanes,
  laneSchema,
  requestKinds,
  requestKindSchema,
} from '../../../shared/cases.ts'
import { DateField } from '../../parts/date-field.tsx'

export function Filters({ filter, onChange }: { filter: CaseFilter; onChange: (filter: CaseFilter) => void }) {
  const { t } = useTranslation()
  const used = countUsed(filter)
  return (
    <>
      <Popover position="bottom-end" width={560} trapFocus withinPortal shadow="md">
        <Popover.Target>
          <Button
            variant="default"
            leftSection={<IconFilter size={18} aria-hidden />}
            rightSection={used === 0 ? null : <Badge circle>{used}</Badge>}
          >
            {t('list.filter')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <Stack gap="xs">
            <MultiSelect
              label={t('case.state')}
              comboboxProps={{ withinPortal: false }}
              value={filter.states}
              data={caseStates
                .filter((state) => state !== 'wiped')
                .map((state) => ({ value: state, label: t(`common.caseState.${state}`) }))}
              onChange={(states) => onChange({ ...filter, states: states.map((one) => caseStateSchema.parse(one)) })}
            />
            <MultiSelect
              label={t('case.kind')}
              comboboxProps={{ withinPortal: false }}
              value={filter.kinds}
              data={requestKinds.map((kind) => ({ value: kind, label: t(`common.kind.${kind}`) }))}
              onChange={(kinds) => onChange({ ...filter, kinds: kinds.map((one) => requestKindSchema.parse(one)) })}
            />
            <MultiSelect
              label={t('case.lane')}
              comboboxProps={{ withinPortal: false }}
              value={filter.lanes}
              data={lanes.map((lane) => ({ value: lane, label: t(`common.lane.${lane}`) }))}
              onChange={(chosen) => onChange({ ...filter, lanes: chosen.map((one) => laneSchema.parse(one)) })}
            />
            <SimpleGrid cols={2} spacing="sm">
              <DateField
                label={t('list.from')}
                value={filter.from}
                onChange={(from) => onChange({ ...filter, from })}
              />
              <DateField label={t('list.to')} value={filter.to} onChange={(to) => onChange({ ...filter, to })} />
            </SimpleGrid>
            <Group justify="flex-end">
              <Button variant="default" disabled={used === 0} onClick={() => onChange(everyOpenCase)}>
                {t('list.clear')}
              </Button>
            </Group>
          </Stack>
        </Popover.Dropdown>
      </Popover>
      <Switch
        label={t('list.overdue')}
        checked={filter.overdue}
        onChange={(event) => onChange({ ...filter, overdue: event.currentTarget.checked })}
      />
      <Switch
        label={t('case.showWiped')}
        checked={filter.wiped}
        onChange={(event) => onChange({ ...filter, wiped: event.currentTarget.checked })}
      />
    </>
  )
}

function countUsed({ states, kinds, lanes: chosen, from, to }: CaseFilter): number {
  return (
    [states.length, kinds.length, chosen.length].filter((count) => count > 0).length + [from, to].filter(Boolean).length
  )
}
