// Who works at the desk, and with which roles.
import { Badge, Button, Group, Text } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../shared/ipc/parts.ts'
import { Rows, type Column } from '../../parts/rows.tsx'
import { Loaded, Screen } from '../../parts/screen.tsx'
import { useAnswer } from '../../queries.ts'
import { useSession } from '../../session.ts'
import { AddPerson, ChangePerson } from './person-dialogs.tsx'

export function Staff() {
  const { t } = useTranslation()
  const { may, state } = useSession()
  const staff = useAnswer('staff.list', {})
  const [isAdding, setAdding] = useState(false)
  const [changing, setChanging] = useState<Person | null>(null)
  const mayChange = may('staff.change') && !state.readOnly
  return (
    <Screen
      title={t('staff.title')}
      actions={
        may('staff.add') && (
          <Button
            leftSection={<IconUserPlus size={18} aria-hidden />}
            disabled={state.readOnly}
            onClick={() => setAdding(true)}
          >
            {t('staff.add')}
          </Button>
        )
      }
    >
      <Loaded query={staff}>
        {({ people }) => (
          <Rows
            label={t('staff.list')}
            columns={columnsOf(t)}
            rows={people}
            keyOf={(person) => person.id}
            {...(mayChange ? { onOpen: setChanging } : {})}
            empty={t('common.notYet')}
          />
        )}
      </Loaded>
      {isAdding && <AddPerson onClose={() => setAdding(false)} />}
      {changing !== null && <ChangePerson person={changing} onClose={() => setChanging(null)} />}
    </Screen>
  )
}

function columnsOf(t: TFunction): readonly Column<Person>[] {
  return [
    {
      key: 'name',
      title: t('staff.displayName'),
      width: 'minmax(120px, 1fr)',
      cell: (person) => <b>{person.displayName}</b>,
    },
    { key: 'login', title: t('staff.loginName'), width: 'minmax(120px, 1fr)', cell: (person) => person.loginName },
    {
      key: 'roles',
      title: t('staff.roles'),
      width: 'minmax(200px, 2fr)',
      cell: (person) => (
        <Group gap={4}>
          {person.roles.map((role) => (
            <Badge key={role} color="indigo">
              {t(`common.roles.${role}`)}
            </Badge>
          ))}
        </Group>
      ),
    },
    {
      key: 'state',
      title: t('case.state'),
      width: '120px',
      cell: (person) => (
        <Text size="sm" {...(person.disabled ? { c: 'red.9', fw: 700 } : {})}>
          {person.disabled ? t('staff.disabled') : t('staff.active')}
        </Text>
      ),
    },
  ]
}
