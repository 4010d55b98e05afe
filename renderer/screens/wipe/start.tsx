// The start of a wipe, for the first time or again after a failure: what lies outside the app, and a button that cannot be hit by accident.
import { Button, Checkbox, Stack, Text } from '@mantine/core'
import { IconFlame } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { outsideItems, type CaseRecord, type outsideItemSchema } from '../../../shared/ipc/parts.ts'
import { parseCaseNumber } from '../../../shared/rules/case-number.ts'
import { Card } from '../../parts/screen.tsx'
import { LineField } from '../../parts/typed-fields.tsx'
import { useAct } from '../../queries.ts'
import { useSession } from '../../session.ts'

type OutsideItem = z.infer<typeof outsideItemSchema>

/** Asks what was checked outside the app and for the case's number; `action` is what the button says. */
export function StartWipe({ record, action }: { record: Pick<CaseRecord, 'id' | 'number'>; action: string }) {
  const { t } = useTranslation()
  const { state } = useSession()
  const [outside, setOutside] = useState<readonly OutsideItem[]>([])
  const [typed, setTyped] = useState('')
  const start = useAct('wipes.start')
  const parsed = parseCaseNumber(typed)
  const isSame = parsed.kind === 'valid' && parsed.number === record.number
  return (
    <Stack gap="sm">
      <Card title={t('wipe.outsideTitle')}>
        <Text size="sm">{t('wipe.outsideText')}</Text>
        {outsideItems.map((item) => (
          <Checkbox
            key={item}
            label={t(`wipe.outside.${item}`)}
            checked={outside.includes(item)}
            onChange={(event) => {
              const isTicked = event.currentTarget.checked
              setOutside((before) => (isTicked ? [...before, item] : before.filter((other) => other !== item)))
            }}
          />
        ))}
      </Card>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isSame && !state.readOnly) start.mutate({ caseId: record.id, outside: [...outside] })
        }}
      >
        <Stack gap="sm" p="sm" bg="white" style={{ border: '2px solid #c92a2a', borderRadius: 4 }}>
          <LineField
            label={t('wipe.typeNumber', { number: record.number })}
            autoComplete="off"
            value={typed}
            most={20}
            error={typed.trim().length >= record.number.length && !isSame ? t('wipe.numberDiffers') : null}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button
            type="submit"
            color="red"
            size="md"
            leftSection={<IconFlame size={18} aria-hidden />}
            disabled={!isSame || state.readOnly}
            loading={start.isPending}
          >
            {action}
          </Button>
        </Stack>
      </form>
    </Stack>
  )
}
