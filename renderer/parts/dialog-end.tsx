// What a dialog or form ends with: the way out of it, what else it offers, and what it does.
import { Button, Group, type ButtonProps } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export function DialogEnd({
  action,
  onAct,
  onCancel,
  isCancelFirst = false,
  children,
  ...button
}: Pick<ButtonProps, 'color' | 'disabled' | 'leftSection' | 'loading'> & {
  action: string
  /** Without it the button sends the form. */
  onAct?: () => void
  onCancel: () => void
  /** What cannot be taken back is not what Enter does. */
  isCancelFirst?: boolean
  /** Further buttons, between the two. */
  children?: ReactNode
  'data-autofocus'?: boolean
}) {
  const { t } = useTranslation()
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onCancel} {...(isCancelFirst ? { 'data-autofocus': true } : {})}>
        {t('common.cancel')}
      </Button>
      {children}
      <Button
        {...button}
        {...(onAct === undefined
          ? { type: 'submit' }
          : { onClick: ({ currentTarget }) => isEveryFieldRight(currentTarget) && onAct() })}
      >
        {action}
      </Button>
    </Group>
  )
}

/** What a form does by itself before it is sent: a field that is wrong is gone to, and says so. */
function isEveryFieldRight(button: Element): boolean {
  const dialog = button.closest('[role=dialog]') ?? button.ownerDocument
  const wrong = dialog.querySelector<HTMLInputElement | HTMLTextAreaElement>('input:invalid, textarea:invalid')
  return wrong === null || wrong.reportValidity()
}
