// The table of fields that must be masked, document by document, with its history; the administrator turns single cells.
import { Button, Checkbox, Group, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallAnswer } from '../../../shared/ipc/contract.ts'
import {
  alwaysMasked,
  changedRules,
  isPrintedOn,
  mustMask,
  type MaskingPolicy,
} from '../../../shared/rules/masking-policy.ts'
import { documentKinds, fields, type DocumentKind, type Field } from '../../../shared/screening.ts'
import { InstantText } from '../../parts/dates.tsx'
import { Card, Loaded } from '../../parts/screen.tsx'
import { useAct, useAnswer } from '../../queries.ts'
import { tell } from '../../tell.ts'

export function MaskingPolicyCard() {
  const { t } = useTranslation()
  const stored = useAnswer('settings.maskingPolicy', {})
  return (
    <Card title={t('maskingPolicy.title')}>
      <Loaded query={stored}>{(answer) => <PolicyForm key={answer.version} stored={answer} />}</Loaded>
    </Card>
  )
}

function PolicyForm({ stored }: { stored: CallAnswer<'settings.maskingPolicy'> }) {
  const { t } = useTranslation()
  const [policy, setPolicy] = useState<MaskingPolicy>(stored.policy)
  const change = useAct('settings.changeMaskingPolicy', { onDone: () => tell(t('maskingPolicy.saved')) })
  const changes = changedRules(stored.policy, policy)

  function turn(document: DocumentKind, field: Field, must: boolean): void {
    const others = policy.mayKeep.filter((each) => each.document !== document || each.field !== field)
    setPolicy({ mayKeep: must ? others : [...others, { document, field }] })
  }

  return (
    <Stack gap="xs">
      <Text size="sm">{t('maskingPolicy.intro')}</Text>
      <Table.ScrollContainer minWidth={760}>
        <Table withTableBorder withColumnBorders verticalSpacing={4} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('maskingPolicy.document')}</Table.Th>
              {fields.map((field) => (
                <Table.Th key={field} scope="col" ta="center" style={{ verticalAlign: 'bottom' }}>
                  {t(`common.field.${field}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {documentKinds.map((document) => (
              <Table.Tr key={document}>
                <Table.Th scope="row" style={{ whiteSpace: 'nowrap' }}>
                  {t(`common.document.${document}`)}
                </Table.Th>
                {fields.map((field) => (
                  <Table.Td key={field} ta="center">
                    {isPrintedOn(document, field) ? (
                      <Checkbox
                        style={{ display: 'inline-block' }}
                        aria-label={t('maskingPolicy.cell', {
                          document: t(`common.document.${document}`),
                          field: t(`common.field.${field}`),
                        })}
                        checked={mustMask(policy, document, field)}
                        disabled={alwaysMasked.includes(field)}
                        onChange={(event) => turn(document, field, event.currentTarget.checked)}
                      />
                    ) : (
                      <Text size="sm" c="dimmed" aria-label={t('maskingPolicy.notPrinted')}>
                        –
                      </Text>
                    )}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="sm" c="dimmed">
        {t('maskingPolicy.legend')}
      </Text>
      <Group gap="sm">
        <Button
          disabled={changes.length === 0}
          loading={change.isPending}
          onClick={() => change.mutate({ version: stored.version, policy })}
        >
          {t('maskingPolicy.save')}
        </Button>
        {changes.length > 0 && (
          <Button variant="default" onClick={() => setPolicy(stored.policy)}>
            {t('maskingPolicy.discard')}
          </Button>
        )}
      </Group>
      <History entries={stored.history} />
    </Stack>
  )
}

function History({ entries }: { entries: CallAnswer<'settings.maskingPolicy'>['history'] }) {
  const { t } = useTranslation()
  if (entries.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('maskingPolicy.neverChanged')}
      </Text>
    )
  }
  return (
    <Stack gap={4} component="section" aria-label={t('maskingPolicy.history')}>
      <Text size="sm" fw={700}>
        {t('maskingPolicy.history')}
      </Text>
      {entries.map(({ at, by, changes }) => (
        <Text key={at} size="sm">
          <InstantText instant={at} /> {by ?? t('maskingPolicy.byUpgrade')}:{' '}
          {changes
            .map(({ document, field, mustMask: must }) =>
              t(must ? 'maskingPolicy.nowMasked' : 'maskingPolicy.nowKept', {
                document: t(`common.document.${document}`),
                field: t(`common.field.${field}`),
              }),
            )
            .join(t('maskingPolicy.joint'))}
        </Text>
      ))}
    </Stack>
  )
}
