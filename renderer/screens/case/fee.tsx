// The fee of 開示: what is due, what came as which money order, until when it can be cashed, what became of it.
import { Alert, Badge, Button, Group, Select, Stack, Text, NumberInput } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconCoinYen } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paymentMethods, paymentMethodSchema, type PaymentMethod } from '../../../shared/belongings.ts'
import type { FeeOfCase, Payment } from '../../../shared/ipc/belongings.ts'
import type { CaseRecord } from '../../../shared/ipc/parts.ts'
import { addDays } from '../../../shared/rules/calendar.ts'
import { disclosureFeeYen, moneyOrderYen } from '../../../shared/rules/fee.ts'
import { PaperBadge } from '../../parts/badges.tsx'
import { DateField } from '../../parts/date-field.tsx'
import { DateText, useDateWords } from '../../parts/dates.tsx'
import { DialogEnd } from '../../parts/dialog-end.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Card, Loaded } from '../../parts/screen.tsx'
import { SettlePaper } from '../../parts/settle-paper.tsx'
import { LineField } from '../../parts/typed-fields.tsx'
import { useAct, useAnswer } from '../../queries.ts'
import { useSession } from '../../session.ts'
import { tell } from '../../tell.ts'
import classes from './case.module.css'

/** From this many days before its end on a money order is named as running out. */
const soonDays = 30

export function Fee({ record }: { record: CaseRecord }) {
  const fee = useAnswer('fees.ofCase', { caseId: record.id })
  return <Loaded query={fee}>{(value) => <FeeCard record={record} fee={value} />}</Loaded>
}

function FeeCard({ record, fee }: { record: CaseRecord; fee: FeeOfCase }) {
  const { t } = useTranslation()
  const { state } = useSession()
  const [isRecording, setRecording] = useState(false)
  const [settling, setSettling] = useState<Payment | null>(null)
  const { standing, dueYen, receivedYen } = fee.assessment
  const isRight = standing === 'exact' || standing === 'not-needed'
  const mayChange = record.requester !== null && !state.readOnly
  return (
    <Card
      title={t('belongings.fees.title')}
      actions={
        mayChange && (
          <Button
            size="compact-md"
            leftSection={<IconCoinYen size={18} aria-hidden />}
            onClick={() => setRecording(true)}
          >
            {t('belongings.fees.record')}
          </Button>
        )
      }
    >
      <Alert
        p="xs"
        color={isRight ? 'teal' : 'orange'}
        icon={isRight ? <IconCheck aria-hidden /> : <IconAlertTriangle aria-hidden />}
      >
        {t(`belongings.fees.standing.${standing}`, {
          due: dueYen,
          received: receivedYen,
          missing: dueYen - receivedYen,
          over: receivedYen - dueYen,
        })}
      </Alert>
      <Text size="sm">{t('belongings.fees.orderNote')}</Text>
      {fee.payments.length === 0 && <Text size="sm">{t('belongings.fees.none')}</Text>}
      <Stack gap={6} role="list" aria-label={t('belongings.fees.title')}>
        {fee.payments.map((payment) => (
          <PaymentItem
            key={payment.id}
            payment={payment}
            onSettle={mayChange && payment.state === 'held' ? () => setSettling(payment) : null}
          />
        ))}
      </Stack>
      {isRecording && <RecordPayment record={record} onClose={() => setRecording(false)} />}
      {settling !== null && (
        <SettlePaper
          piece={{
            id: settling.pieceId,
            kind: settling.method === 'money-order' ? 'money-order' : 'other',
            arrivedOn: settling.receivedOn,
          }}
          onClose={() => setSettling(null)}
        />
      )}
    </Card>
  )
}

function PaymentItem({ payment, onSettle }: { payment: Payment; onSettle: (() => void) | null }) {
  const { t } = useTranslation()
  return (
    <div role="listitem" className={classes.row}>
      <Group gap="sm">
        <Text size="sm" fw={700}>
          {t(`belongings.fees.methodOf.${payment.method}`)} {t('belongings.fees.yen', { n: payment.amountYen })}
        </Text>
        {payment.serial !== null && <Text size="sm">{payment.serial}</Text>}
        <Text size="sm" component="div">
          {t('belongings.fees.receivedOn')}: <DateText date={payment.receivedOn} />
        </Text>
        <PaperBadge state={payment.state} />
        <PayableUntil payment={payment} />
      </Group>
      {onSettle !== null && (
        <Button size="compact-sm" variant="default" style={{ flex: 'none' }} onClick={onSettle}>
          {t('belongings.fees.settle')}
        </Button>
      )}
    </div>
  )
}

function PayableUntil({ payment }: { payment: Payment }) {
  const { t } = useTranslation()
  const { today } = useSession()
  const dateWords = useDateWords()
  const { payableUntil: until } = payment
  if (until === null || payment.state !== 'held') return null
  if (until < today) {
    return (
      <Text size="sm" fw={700} c="red.9">
        {t('belongings.fees.expired', { date: dateWords(until) })}
      </Text>
    )
  }
  return (
    <Group gap={6}>
      <Text size="sm">{t('belongings.fees.until', { date: dateWords(until) })}</Text>
      {until <= addDays(today, soonDays) && <Badge color="orange">{t('belongings.fees.soon')}</Badge>}
    </Group>
  )
}

function RecordPayment({ record, onClose }: { record: CaseRecord; onClose: () => void }) {
  const { t } = useTranslation()
  const { today } = useSession()
  const [method, setMethod] = useState<PaymentMethod>('money-order')
  const [amountYen, setAmountYen] = useState(disclosureFeeYen)
  const [serial, setSerial] = useState('')
  const [issuedOn, setIssuedOn] = useState<string | null>(null)
  const [receivedOn, setReceivedOn] = useState<string | null>(today)
  const save = useAct('fees.record', {
    onDone: () => {
      tell(t('belongings.fees.recorded'))
      onClose()
    },
  })
  const isOrder = method === 'money-order'
  const isLate = isOrder && issuedOn !== null && receivedOn !== null && issuedOn > receivedOn
  const isReady = receivedOn !== null && amountYen > 0 && (!isOrder || issuedOn !== null) && !isLate
  return (
    <Dialog opened onClose={onClose} title={t('belongings.fees.recordTitle')} size={640}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!isReady || receivedOn === null) return
          save.mutate({
            caseId: record.id,
            method,
            amountYen,
            serial: isOrder && serial.trim() !== '' ? serial.trim() : null,
            issuedOn: isOrder ? issuedOn : null,
            receivedOn,
            envelopeId: null,
          })
        }}
      >
        <Stack>
          <Group grow align="flex-start">
            <Select
              label={t('belongings.fees.method')}
              data={paymentMethods.map((value) => ({ value, label: t(`belongings.fees.methodOf.${value}`) }))}
              value={method}
              allowDeselect={false}
              data-autofocus
              onChange={(value) => setMethod(paymentMethodSchema.parse(value))}
            />
            {isOrder ? (
              <Select
                label={t('belongings.fees.amount')}
                data={moneyOrderYen.map((yen) => ({ value: String(yen), label: t('belongings.fees.yen', { n: yen }) }))}
                value={String(amountYen)}
                allowDeselect={false}
                onChange={(value) => setAmountYen(Number(value))}
              />
            ) : (
              <NumberInput
                label={t('belongings.fees.amount')}
                min={1}
                max={1_000_000}
                allowDecimal={false}
                value={amountYen}
                onChange={(value) => setAmountYen(Number(value))}
              />
            )}
          </Group>
          <Group grow align="flex-start">
            <DateField
              label={t('belongings.fees.receivedOn')}
              value={receivedOn}
              onChange={setReceivedOn}
              until={today}
              required
            />
            {isOrder && (
              <DateField
                label={t('belongings.fees.issuedOn')}
                value={issuedOn}
                onChange={setIssuedOn}
                until={today}
                required
              />
            )}
          </Group>
          {isLate && (
            <Text size="sm" c="red.9">
              {t('belongings.fees.afterReceipt')}
            </Text>
          )}
          {isOrder && (
            <LineField
              label={t('belongings.fees.serial')}
              most={40}
              value={serial}
              onChange={(event) => setSerial(event.currentTarget.value)}
            />
          )}
          <DialogEnd action={t('case.recordNow')} disabled={!isReady} loading={save.isPending} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  )
}
