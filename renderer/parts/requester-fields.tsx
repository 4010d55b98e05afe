// The fields of who asks, with their checks, for a new case and for a change.
import { Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { requesterSchema, type Requester } from '../../shared/cases.ts'

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
  const isPostalCodeWrong = value.postalCode !== '' && !/^\d{3}-\d{4}$/.test(value.postalCode)
  return (
    <Stack gap="xs">
      <Group grow align="flex-start">
        <TextInput
          label={t('case.name')}
          value={value.name}
          maxLength={200}
          error={missing(value.name)}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t('case.kana')}
          value={value.kana}
          maxLength={200}
          onChange={(event) => set({ kana: event.currentTarget.value })}
        />
      </Group>
      <Group grow align="flex-start">
        <TextInput
          label={t('case.postalCode')}
          placeholder={t('case.postalCodeHint')}
          value={value.postalCode}
          maxLength={10}
          error={isPostalCodeWrong && props.complain ? t('case.postalCodeWrong') : null}
          onChange={(event) => set({ postalCode: event.currentTarget.value })}
          onBlur={() => set({ postalCode: postalCodeOf(value.postalCode) })}
        />
        <TextInput
          label={t('case.contact')}
          value={value.contact}
          maxLength={200}
          onChange={(event) => set({ contact: event.currentTarget.value })}
        />
      </Group>
      <Textarea
        label={t('case.address')}
        autosize
        minRows={2}
        value={value.address}
        maxLength={2000}
        error={missing(value.address)}
        onChange={(event) => set({ address: event.currentTarget.value })}
      />
    </Stack>
  )
}
