// The views a person keeps: chosen from a menu, kept under a name, dropped again. What was searched for is never kept.
import { Button, Menu, Stack, Text } from '@mantine/core'
import { IconBookmark, IconCheck, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { everyOpenCase, type CaseFilter } from '../../../shared/case-filter.ts'
import { DialogEnd } from '../../parts/dialog-end.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { LineField } from '../../parts/typed-fields.tsx'
import { useAct, useAnswer } from '../../queries.ts'
import { useSession } from '../../session.ts'
import { tell } from '../../tell.ts'

export function KeptViews({ filter, onChange }: { filter: CaseFilter; onChange: (filter: CaseFilter) => void }) {
  const { t } = useTranslation()
  const { state } = useSession()
  const views = useAnswer('cases.views', {}).data?.views ?? []
  const [isNaming, setNaming] = useState(false)
  const remove = useAct('cases.removeView')
  const isSame = (other: CaseFilter) => JSON.stringify(other) === JSON.stringify(filter)
  return (
    <>
      <Menu position="bottom-end" width={320} withinPortal shadow="md">
        <Menu.Target>
          <Button variant="default" leftSection={<IconBookmark size={18} aria-hidden />}>
            {t('list.views')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={isSame(everyOpenCase) ? <IconCheck size={16} aria-hidden /> : null}
            onClick={() => onChange(everyOpenCase)}
          >
            {t('list.everyOpen')}
          </Menu.Item>
          {views.map((view) => (
            <Menu.Item
              key={view.id}
              leftSection={isSame(view.filter) ? <IconCheck size={16} aria-hidden /> : null}
              onClick={() => onChange(view.filter)}
            >
              {view.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item disabled={state.readOnly || isSame(everyOpenCase)} onClick={() => setNaming(true)}>
            {t('list.keep')}
          </Menu.Item>
          {views.length > 0 && <Menu.Label>{t('list.drop')}</Menu.Label>}
          {views.map((view) => (
            <Menu.Item
              key={view.id}
              color="red.9"
              disabled={state.readOnly}
              leftSection={<IconTrash size={16} aria-hidden />}
              closeMenuOnClick={false}
              onClick={() => remove.mutate({ id: view.id })}
            >
              {t('list.dropOne', { name: view.name })}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {isNaming && <Naming filter={filter} onClose={() => setNaming(false)} />}
    </>
  )
}

function Naming({ filter, onClose }: { filter: CaseFilter; onClose: () => void }) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const save = useAct('cases.saveView', {
    onDone: () => {
      tell(t('list.kept'))
      onClose()
    },
  })
  const isReady = name.trim() !== ''
  return (
    <Dialog opened onClose={onClose} title={t('list.keep')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) save.mutate({ name, filter })
        }}
      >
        <Stack gap="sm">
          <LineField
            label={t('list.viewName')}
            description={t('list.viewNameHint')}
            data-autofocus
            most={30}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Text size="sm" c="dimmed">
            {t('list.keepHint')}
          </Text>
          <DialogEnd action={t('common.save')} disabled={!isReady} loading={save.isPending} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  )
}
