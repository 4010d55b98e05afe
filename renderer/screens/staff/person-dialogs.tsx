// Adds a person to the desk, or changes name, roles and whether they may sign in.
import { Checkbox, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../shared/ipc/parts.ts'
import { roles as allRoles, roleSchema, type Role } from '../../../shared/roles.ts'
import { DialogEnd } from '../../parts/dialog-end.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { arePasswordsSame, emptyPasswords, NewPassword } from '../../parts/passwords.tsx'
import { LineField } from '../../parts/typed-fields.tsx'
import { useAct } from '../../queries.ts'
import { tell } from '../../tell.ts'

function RoleChoice({ value, onChange }: { value: readonly Role[]; onChange: (roles: Role[]) => void }) {
  const { t } = useTranslation()
  return (
    <Checkbox.Group
      label={t('staff.roles')}
      value={[...value]}
      onChange={(chosen) => onChange(chosen.map((role) => roleSchema.parse(role)))}
    >
      <Stack gap={6} mt={6}>
        {allRoles.map((role) => (
          <Checkbox key={role} value={role} label={t(`staff.rolesHint.${role}`)} />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}

export function AddPerson({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const [loginName, setLoginName] = useState('')
  const [displayName, setDisplayName] = useState('')
  const [roles, setRoles] = useState<Role[]>(['clerk'])
  const [passwords, setPasswords] = useState(emptyPasswords)
  const add = useAct('staff.add', {
    onDone: () => {
      tell(t('staff.added'))
      onClose()
    },
  })
  const isReady =
    loginName.trim() !== '' && displayName.trim() !== '' && roles.length > 0 && arePasswordsSame(passwords)
  return (
    <Dialog opened onClose={onClose} title={t('staff.addTitle')} size={560}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) add.mutate({ loginName: loginName.trim(), displayName, roles, password: passwords.first })
        }}
      >
        <Stack>
          <LineField
            label={t('staff.loginName')}
            description={t('door.loginNameHint')}
            data-autofocus
            autoComplete="off"
            most={40}
            value={loginName}
            onChange={(event) => setLoginName(event.currentTarget.value)}
          />
          <LineField
            label={t('staff.displayName')}
            autoComplete="off"
            most={60}
            value={displayName}
            onChange={(event) => setDisplayName(event.currentTarget.value)}
          />
          <RoleChoice value={roles} onChange={setRoles} />
          <NewPassword
            label={t('staff.firstPassword')}
            labelAgain={t('door.passwordAgain')}
            value={passwords}
            onChange={setPasswords}
          />
          <DialogEnd action={t('staff.add')} disabled={!isReady} loading={add.isPending} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  )
}

export function ChangePerson({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation()
  const [displayName, setDisplayName] = useState(person.displayName)
  const [roles, setRoles] = useState<Role[]>([...person.roles])
  const [disabled, setDisabled] = useState(person.disabled)
  const change = useAct('staff.change', {
    onDone: () => {
      tell(t('staff.changed'))
      onClose()
    },
  })
  const isReady = displayName.trim() !== '' && roles.length > 0
  return (
    <Dialog opened onClose={onClose} title={t('staff.changeTitle', { name: person.displayName })} size={560}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) change.mutate({ id: person.id, displayName, roles, disabled })
        }}
      >
        <Stack>
          <LineField
            label={t('staff.displayName')}
            most={60}
            data-autofocus
            value={displayName}
            onChange={(event) => setDisplayName(event.currentTarget.value)}
          />
          <RoleChoice value={roles} onChange={setRoles} />
          <Checkbox
            label={t('staff.disable')}
            color="red"
            checked={disabled}
            onChange={(event) => setDisabled(event.currentTarget.checked)}
          />
          <DialogEnd action={t('common.save')} disabled={!isReady} loading={change.isPending} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  )
}
