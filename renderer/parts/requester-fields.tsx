// The fields of who asks, with their checks, for a new case and for a change.
import { Alert, Group, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { requesterLengths, requesterSchema, type Requester } from '../../shared/cases.ts'
import { privateCharacters } from '../../shared/typed-text.ts'
import { PlaceChoice } from './place-choice.tsx'
import { LineField, LinesField } from './typed-fields.tsx'

export const emptyRequester: Requester = { name: '', kana: '', postalCode: '', address: '', contact: '' }

/** What may be sent, or null while something is missing or wrong. */
export function completeRequester(requester: Requester): Requester | null {
  const parsed = requesterSchema.safeParse(requester)
  return parsed.success ? parsed.data : null
}

/** `1410021` and full-width digits as `141-0021`; anything else as it was typed. */
const postalCodeOf = (typed: string): string => {
  const text = typed
    .normalize('NFKC')
    .trim()
    .replace(/[‐‑–—―−ー]/g, '-')
  return /^\d{7}$/.test(text) ? `${text.slice(0, 3)}-${text.slice(3)}` : text
}

export function RequesterFields(props: {
  value: Requester
  onChange: (requester: Requester) => void
  /** Whether missing fields are named yet. */
  complain: boolean
}) {
  const { t } = useTranslation()
  const { value } = props
  const set = (part: Partial<Requester>) => props.onChange({ ...value, ...part })
  const missing = (text: string) => (props.complain && text.trim() === '' ? t('case.required') : null)
  const ownCharacters = privateCharacters(value.name + value.kana + value.address + value.contact)
  const isPostalCodeWrong = value.postalCode !== '' && !/^\d{3}-\d{4}$/.test(value.postalCode)
  return (
    <Stack gap="xs">
      <Group grow align="flex-start">
        <LineField
          label={t('case.name')}
          value={value.name}
          most={requesterLengths.name}
          error={missing(value.name)}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <LineField
          label={t('case.kana')}
          value={value.kana}
          most={requesterLengths.kana}
          onChange={(event) => set({ kana: event.currentTarget.value })}
        />
      </Group>
      <Group grow align="flex-start">
        <LineField
          label={t('case.postalCode')}
          placeholder={t('case.postalCodeHint')}
          value={value.postalCode}
          most={10}
          error={isPostalCodeWrong && props.complain ? t('case.postalCodeWrong') : null}
          onChange={(event) => set({ postalCode: event.currentTarget.value })}
          onBlur={() => set({ postalCode: postalCodeOf(value.postalCode) })}
        />
        <LineField
          label={t('case.contact')}
          value={value.contact}
          most={requesterLengths.contact}
          onChange={(event) => set({ contact: event.currentTarget.value })}
        />
      </Group>
      <PlaceChoice postalCode={value.postalCode} address={value.address} onChoose={(address) => set({ address })} />
      <LinesField
        label={t('case.address')}
        autosize
        minRows={2}
        value={value.address}
        maxRows={8}
        most={requesterLengths.address}
        error={missing(value.address)}
        onChange={(event) => set({ address: event.currentTarget.value })}
      />
      {ownCharacters.length > 0 && (
        <Alert color="orange" p="xs">
          {t('case.ownCharacters', { n: ownCharacters.length })}
        </Alert>
      )}
    </Stack>
  )
}
