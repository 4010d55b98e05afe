// Fields for text of a limited length. What is typed or pasted stays as it is: too much of it is said, and keeps the form from being sent.
import {
  PasswordInput,
  Textarea,
  TextInput,
  type PasswordInputProps,
  type TextareaProps,
  type TextInputProps,
} from '@mantine/core'
import { useMergedRef } from '@mantine/hooks'
import { useEffect, useRef, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { charactersTooMany } from '../../shared/typed-text.ts'

interface Typed {
  value: string
  /** In characters, as the contract counts them. */
  most: number
}

export function LineField({ most, ref, ...props }: TextInputProps & Typed & { ref?: Ref<HTMLInputElement> }) {
  const { error, field } = useLimit<HTMLInputElement>(props.value, most)
  return <TextInput {...props} ref={useMergedRef(field, ref)} error={error ?? props.error} />
}

export function LinesField({ most, ref, ...props }: TextareaProps & Typed & { ref?: Ref<HTMLTextAreaElement> }) {
  const { error, field } = useLimit<HTMLTextAreaElement>(props.value, most)
  return <Textarea maxRows={12} {...props} ref={useMergedRef(field, ref)} error={error ?? props.error} />
}

export function SecretField({ most, ref, ...props }: PasswordInputProps & Typed & { ref?: Ref<HTMLInputElement> }) {
  const { error, field } = useLimit<HTMLInputElement>(props.value, most)
  return <PasswordInput {...props} ref={useMergedRef(field, ref)} error={error ?? props.error} />
}

function useLimit<Element extends HTMLInputElement | HTMLTextAreaElement>(value: string, most: number) {
  const { t } = useTranslation()
  const field = useRef<Element>(null)
  const tooMany = charactersTooMany(value, most)
  const error = tooMany === 0 ? null : t('common.tooLong', { n: tooMany, most })
  // The form asks the field before it is sent, whatever else makes it ready.
  useEffect(() => field.current?.setCustomValidity(error ?? ''), [error])
  return { error, field }
}
