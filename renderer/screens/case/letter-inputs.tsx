// What a clerk adds to a letter: only the places that this letter has.
import { Checkbox, NumberInput, Radio, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { refusalReasons, refusalReasonSchema } from '../../../shared/cases.ts'
import {
  correctionItems,
  letters,
  type LetterInput,
  type LetterInputs,
  type LetterKind,
} from '../../../shared/letters.ts'
import { illegibilities } from '../../../shared/screening.ts'
import { sheetRows } from '../../../shared/rules/sheet-rows.ts'
import { DateField } from '../../parts/date-field.tsx'
import { LinesField } from '../../parts/typed-fields.tsx'
import { useSession } from '../../session.ts'

export function LetterInputsForm(props: {
  kind: LetterKind
  value: LetterInputs
  onChange: (value: LetterInputs) => void
}) {
  const { t } = useTranslation()
  const { today } = useSession()
  const { kind, value, onChange } = props
  const { needs, takes } = letters[kind]
  const has = (input: LetterInput): boolean => needs.includes(input) || takes.includes(input)
  const label = (input: LetterInput): string =>
    `${t(`letters.input.${input}`)}${needs.includes(input) ? '' : t('letters.optional')}`
  const change = (part: Partial<LetterInputs>) => onChange({ ...value, ...part })
  return (
    <Stack gap="sm">
      {has('items') && (
        <Checkbox.Group
          label={label('items')}
          value={value.items}
          onChange={(ticked) => change({ items: correctionItems.filter((item) => ticked.includes(item)) })}
        >
          <Stack gap={5} mt={6}>
            {correctionItems.map((item) => (
              <Checkbox key={item} value={item} label={t(`letters.item.${item}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      {has('illegible') && value.items.includes('id-illegible') && (
        <Checkbox.Group
          label={label('illegible')}
          value={value.illegible}
          onChange={(ticked) => change({ illegible: illegibilities.filter((reason) => ticked.includes(reason)) })}
        >
          <Stack gap={5} mt={6}>
            {illegibilities.map((reason) => (
              <Checkbox key={reason} value={reason} label={t(`common.illegible.${reason}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      {has('refusalReason') && (
        <Radio.Group
          label={label('refusalReason')}
          value={value.refusalReason}
          onChange={(chosen) => change({ refusalReason: refusalReasonSchema.parse(chosen) })}
        >
          <Stack gap={5} mt={6}>
            {refusalReasons.map((reason) => (
              <Radio key={reason} value={reason} label={t(`case.refusal.${reason}`)} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {has('amountYen') && (
        <NumberInput
          label={label('amountYen')}
          value={value.amountYen ?? ''}
          min={0}
          max={1_000_000}
          allowDecimal={false}
          onChange={(typed) => change({ amountYen: typeof typed === 'number' ? typed : null })}
        />
      )}
      {has('until') && (
        <DateField label={label('until')} value={value.until} onChange={(until) => change({ until })} from={today} />
      )}
      {has('text') && (
        <LinesField
          label={label('text')}
          autosize
          minRows={4}
          maxRows={12}
          most={4000}
          value={value.text}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
      )}
      {has('sheet') && <SheetField label={label('sheet')} onChange={(sheet) => change({ sheet })} />}
    </Stack>
  )
}

function SheetField({ label, onChange }: { label: string; onChange: (rows: LetterInputs['sheet']) => void }) {
  const [typed, setTyped] = useState('')
  return (
    <Textarea
      label={label}
      autosize
      minRows={6}
      maxRows={16}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        onChange(sheetRows(event.currentTarget.value))
      }}
    />
  )
}
