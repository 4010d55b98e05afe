// Files a scan to a case: one that is open, found by number or name, or a new one opened right here.
import { Alert, Select, Stack, Tabs } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { scanRoles, scanRoleSchema, type CaseSummary, type Scan, type ScanRole } from '../../../shared/ipc/parts.ts'
import { DialogEnd } from '../../parts/dialog-end.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { NewCaseForm } from '../../parts/new-case-form.tsx'
import { Loaded } from '../../parts/screen.tsx'
import { useAct, useAnswer } from '../../queries.ts'
import { tell } from '../../tell.ts'

const isOpenCase = (candidate: CaseSummary): boolean => candidate.state !== 'wiping' && candidate.state !== 'wiped'

export function FileDialog({ scan, onClose }: { scan: Scan; onClose: () => void }) {
  const { t } = useTranslation()
  const cases = useAnswer('cases.list', {})
  const [caseId, setCaseId] = useState<string | null>(scan.caseId)
  const [role, setRole] = useState<ScanRole>(scan.role)
  const file = useAct('scans.file', {
    onDone: (filed) => {
      tell(t('review.filed', { number: filed.caseNumber ?? '' }))
      onClose()
    },
  })
  const roleChoice = (
    <Select
      label={t('review.fileRole')}
      data={scanRoles.map((value) => ({ value, label: t(`common.scanRole.${value}`) }))}
      value={role}
      allowDeselect={false}
      onChange={(value) => setRole(scanRoleSchema.parse(value))}
    />
  )
  return (
    <Dialog opened onClose={onClose} title={t('review.fileDialog')} size={720}>
      <Tabs defaultValue="existing" keepMounted={false}>
        <Tabs.List mb="sm">
          <Tabs.Tab value="existing">{t('review.fileExisting')}</Tabs.Tab>
          <Tabs.Tab value="new">{t('review.fileNew')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="existing">
          <Loaded query={cases}>
            {({ cases: all }) => {
              const open = all.filter(isOpenCase)
              return (
                <Stack>
                  {open.length === 0 && <Alert color="gray">{t('review.noOpenCases')}</Alert>}
                  <Select
                    label={t('review.fileInto')}
                    description={t('review.fileIntoHint')}
                    searchable
                    data-autofocus
                    limit={50}
                    data={open.map((candidate) => ({
                      value: candidate.id,
                      label: `${candidate.number} ${candidate.requesterName ?? ''}(${t(`common.kind.${candidate.kind}`)})`,
                    }))}
                    value={caseId}
                    onChange={setCaseId}
                  />
                  {roleChoice}
                  <DialogEnd
                    action={t('review.fileNow')}
                    disabled={caseId === null}
                    loading={file.isPending}
                    onAct={() => caseId !== null && file.mutate({ id: scan.id, caseId, role })}
                    onCancel={onClose}
                  />
                </Stack>
              )
            }}
          </Loaded>
        </Tabs.Panel>
        <Tabs.Panel value="new">
          <Stack>
            {roleChoice}
            <NewCaseForm
              submitLabel={t('review.fileNew')}
              onCancel={onClose}
              onOpened={(opened) => file.mutate({ id: scan.id, caseId: opened.id, role })}
            />
          </Stack>
        </Tabs.Panel>
      </Tabs>
    </Dialog>
  )
}
