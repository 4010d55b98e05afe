// Which field lies in the box that was just drawn.
import { Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fields, fieldSchema, type Field } from '../../../shared/screening.ts'
import { DialogEnd } from '../../parts/dialog-end.tsx'
import { Dialog } from '../../parts/dialog.tsx'

export function FieldDialog(props: { onAdd: (field: Field) => void; onClose: () => void; adding: boolean }) {
  const { t } = useTranslation()
  const [field, setField] = useState<Field>('permanent-domicile')
  return (
    <Dialog opened onClose={props.onClose} title={t('review.chooseField')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          props.onAdd(field)
        }}
      >
        <Stack>
          <Radio.Group
            value={field}
            onChange={(value) => setField(fieldSchema.parse(value))}
            label={t('review.chooseField')}
          >
            <Stack gap={6} mt={6}>
              {fields.map((value) => (
                <Radio
                  key={value}
                  value={value}
                  label={t(`common.field.${value}`)}
                  {...(value === 'permanent-domicile' ? { 'data-autofocus': true } : {})}
                />
              ))}
            </Stack>
          </Radio.Group>
          <DialogEnd action={t('review.addFinding')} loading={props.adding} onCancel={props.onClose} />
        </Stack>
      </form>
    </Dialog>
  )
}
