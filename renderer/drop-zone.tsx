// The whole window takes files: a visible frame while they hover, their bytes handed to intake one by one.
import { Text } from '@mantine/core'
import { IconFileDownload } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './drop-zone.module.css'
import { useAct } from './queries.ts'
import { useSession } from './session.ts'
import { tell } from './tell.ts'

/** Intake's own limit, looked at here so that a huge file is not read into memory to be refused. */
const maxBytes = 200 * 1024 * 1024

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true

export function DropZone() {
  const { t } = useTranslation()
  const { may, state } = useSession()
  const [isOver, setOver] = useState(false)
  const drop = useAct('intake.drop')
  const mayDrop = may('intake.drop') && !state.readOnly

  const takeIn = async (files: readonly File[]) => {
    let taken = 0
    for (const file of files) {
      if (file.size > maxBytes) {
        tell(t('desk.dropTooLarge', { name: file.name }), 'fault')
        continue
      }
      let bytes: Uint8Array<ArrayBuffer>
      try {
        bytes = new Uint8Array(await file.arrayBuffer())
      } catch {
        // A folder, or a file that went away meanwhile.
        tell(t('desk.dropUnreadable', { name: file.name }), 'fault')
        continue
      }
      try {
        await drop.mutateAsync({ files: [{ name: file.name, bytes }] })
        taken += 1
      } catch {
        // Already told by useAct; the next file may still be fine.
        continue
      } finally {
        bytes.fill(0)
      }
    }
    if (taken > 0) tell(t('desk.dropTaken', { n: taken }))
  }

  const onDrag = useEffectEvent((event: DragEvent) => {
    // Always: a file that is not taken must not replace the page either.
    event.preventDefault()
    if (event.type === 'dragover') {
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = mayDrop && holdsFiles(event) ? 'copy' : 'none'
      if (mayDrop && holdsFiles(event) && !isOver) setOver(true)
      return
    }
    if (event.type === 'dragleave') {
      if (event.relatedTarget === null) setOver(false)
      return
    }
    setOver(false)
    if (mayDrop && event.dataTransfer !== null) void takeIn([...event.dataTransfer.files])
  })

  useEffect(() => {
    const listener = (event: DragEvent) => onDrag(event)
    const news = ['dragover', 'dragleave', 'drop'] as const
    for (const name of news) window.addEventListener(name, listener)
    return () => {
      for (const name of news) window.removeEventListener(name, listener)
    }
  }, [])

  if (!isOver) return null
  return (
    <div className={classes.over}>
      <IconFileDownload size={56} aria-hidden />
      <Text fz={24} fw={700}>
        {t('desk.dropTitle')}
      </Text>
      <Text>{t('desk.dropText')}</Text>
    </div>
  )
}
