// A new password typed twice, so that a slip is seen before it is needed.

import { useTranslation } from 'react-i18next'
import { SecretField } from './typed-fields.tsx'

export interface TypedPasswords {
  first: string
  second: string
}

export const emptyPasswords: TypedPasswords = { first: '', second: '' }

export const arePasswordsSame = ({ first, second }: TypedPasswords): boolean => first !== '' && first === second

export function NewPassword(props: {
  label: string
  labelAgain: string
  value: TypedPasswords
  onChange: (value: TypedPasswords) => void
}) {
  const { t } = useTranslation()
  const { value } = props
  const isDifferent = value.second !== '' && value.first !== value.second
  return (
    <>
      <SecretField
        label={props.label}
        description={t('door.passwordHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autoComplete="new-password"
        most={200}
        value={value.first}
        onChange={(event) => props.onChange({ ...value, first: event.currentTarget.value })}
      />
      <SecretField
        label={props.labelAgain}
        autoComplete="new-password"
        most={200}
        value={value.second}
        error={isDifferent ? t('door.passwordsDiffer') : null}
        onChange={(event) => props.onChange({ ...value, second: event.currentTarget.value })}
      />
    </>
  )
}
