// A dialog over the screen: named, closed by Esc, its close button worded in the reader's language.
import { Modal, type ModalProps } from '@mantine/core'
import { useEffect, useEffectEvent, useId } from 'react'
import { useTranslation } from 'react-i18next'

/** Dialogs that are open, the topmost last: Esc closes that one alone. */
const open: string[] = []

export function Dialog(props: Omit<ModalProps, 'closeButtonProps' | 'closeOnEscape'>) {
  const { t } = useTranslation()
  const id = useId()
  const onEscape = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing || open.at(-1) !== id) return
    // An open list or calendar inside the dialog closes first; Mantine marks the field it belongs to.
    if (event.target instanceof Element && event.target.getAttribute('data-mantine-stop-propagation') === 'true') return
    // The key ends here: after the dialog is gone it would mean "back" to the screen below.
    event.stopImmediatePropagation()
    props.onClose()
  })
  useEffect(() => {
    if (!props.opened) return undefined
    const listener = (event: KeyboardEvent) => onEscape(event)
    open.push(id)
    window.addEventListener('keydown', listener, { capture: true })
    return () => {
      open.splice(open.indexOf(id), 1)
      window.removeEventListener('keydown', listener, { capture: true })
    }
  }, [props.opened, id])
  return <Modal {...props} closeOnEscape={false} closeButtonProps={{ 'aria-label': t('common.close') }} />
}
