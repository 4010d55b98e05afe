// Where a scan belongs: its case, or the way to file it.
import { Anchor, Button } from '@mantine/core'
import { IconFolderPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Scan } from '../../../shared/ipc/parts.ts'
import { useKeys } from '../../keyboard.ts'
import { useGoing } from '../../places.ts'
import { useSession } from '../../session.ts'
import { FileDialog } from './file-dialog.tsx'
import { UndoFiling } from './undo-filing.tsx'

export function FilingOfScan({ scan }: { scan: Scan }) {
  const { t } = useTranslation()
  const { go } = useGoing()
  const { state } = useSession()
  const [isOpen, setOpen] = useState(false)
  const { caseId } = scan
  const mayFile = scan.stage !== 'received' && scan.stage !== 'wiped' && !state.readOnly
  useKeys('review', { file: () => setOpen(true) }, mayFile)
  return (
    <>
      {caseId !== null && (
        <Anchor component="button" type="button" fw={700} onClick={() => go({ screen: 'case', caseId })}>
          {t('review.filedIn', { number: scan.caseNumber ?? '' })}
        </Anchor>
      )}
      <UndoFiling scan={scan} />
      {mayFile && (
        <Button
          leftSection={<IconFolderPlus size={18} aria-hidden />}
          variant={caseId === null && scan.stage === 'finished' ? 'filled' : 'default'}
          onClick={() => setOpen(true)}
        >
          {caseId === null ? t('review.file') : t('review.refile')}
        </Button>
      )}
      {isOpen && <FileDialog scan={scan} onClose={() => setOpen(false)} />}
    </>
  )
}
