// First start: creates the administrator; the recovery code follows.
import { Alert, Button, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFaultSentence } from '../../fault-sentence.ts'
import { Door } from '../../parts/door.tsx'
import { focusFirst } from '../../parts/focus-first.ts'
import { arePasswordsSame, emptyPasswords, NewPassword } from '../../parts/passwords.tsx'
import { LineField } from '../../parts/typed-fields.tsx'
import { useAct } from '../../queries.ts'

export function SetUp({ onCreated }: { onCreated: (made: { personId: string; code: string }) => void }) {
  const { t } = useTranslation()
  const sentenceOf = useFaultSentence()
  const [loginName, setLoginName] = useState('')
  const [displayName, setDisplayName] = useState('')
  const [passwords, setPasswords] = useState(emptyPasswords)
  const create = useAct('staff.createAdministrator', {
    faultShownBy: 'screen',
    onDone: (answer) => onCreated({ personId: answer.person.id, code: answer.recoveryCode }),
  })
  const isReady = loginName.trim() !== '' && displayName.trim() !== '' && arePasswordsSame(passwords)
  return (
    <Door>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) create.mutate({ loginName, displayName, password: passwords.first })
        }}
      >
        <Stack gap="md">
          <Title order={1}>{t('door.setUpTitle')}</Title>
          <Text size="sm">{t('door.setUpText')}</Text>
          <LineField
            label={t('door.loginName')}
            description={t('door.loginNameHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            autoComplete="off"
            ref={focusFirst}
            most={40}
            value={loginName}
            onChange={(event) => setLoginName(event.currentTarget.value)}
          />
          <LineField
            label={t('door.displayName')}
            autoComplete="off"
            most={60}
            value={displayName}
            onChange={(event) => setDisplayName(event.currentTarget.value)}
          />
          <NewPassword
            label={t('door.password')}
            labelAgain={t('door.passwordAgain')}
            value={passwords}
            onChange={setPasswords}
          />
          {create.isError && (
            <Alert color="red" role="alert">
              {sentenceOf(create.error)}
            </Alert>
          )}
          <Button type="submit" disabled={!isReady} loading={create.isPending}>
            {t('door.createAdministrator')}
          </Button>
        </Stack>
      </form>
    </Door>
  )
}
