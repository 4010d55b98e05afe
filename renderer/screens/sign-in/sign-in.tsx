// Sign-in with a password, or with the recovery code when it is forgotten.
import { Alert, Anchor, Button, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFaultSentence } from '../../fault-sentence.ts'
import { Door } from '../../parts/door.tsx'
import { focusFirst } from '../../parts/focus-first.ts'
import { arePasswordsSame, emptyPasswords, NewPassword } from '../../parts/passwords.tsx'
import { StorageWarnings } from '../../parts/storage-warnings.tsx'
import { LineField, SecretField } from '../../parts/typed-fields.tsx'
import { useAct } from '../../queries.ts'
import type { Session } from '../../session.ts'

export function SignIn(props: {
  state: Session['state']
  onNewRecoveryCode: (made: { personId: string; code: string }) => void
}) {
  const { t } = useTranslation()
  const [way, setWay] = useState<'password' | 'recovery-code'>('password')
  const [loginName, setLoginName] = useState('')
  return (
    <Door
      foot={
        <Stack gap="xs">
          <StorageWarnings warnings={props.state.storageWarnings} />
          {props.state.keychain === 'none' && (
            <Text size="xs" c="dimmed">
              {t('door.noKeychain')}
            </Text>
          )}
          <Text size="xs" c="dimmed">
            {t('door.version', { version: props.state.appVersion })}
          </Text>
        </Stack>
      }
    >
      {way === 'password' ? (
        <WithPassword loginName={loginName} onLoginName={setLoginName} onForgot={() => setWay('recovery-code')} />
      ) : (
        <WithRecoveryCode
          loginName={loginName}
          onLoginName={setLoginName}
          onNewRecoveryCode={props.onNewRecoveryCode}
          onPassword={() => setWay('password')}
        />
      )}
    </Door>
  )
}

function LoginName({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation()
  return (
    <LineField
      label={t('door.loginName')}
      autoComplete="off"
      spellCheck={false}
      ref={focusFirst}
      most={40}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

function WithPassword(props: { loginName: string; onLoginName: (value: string) => void; onForgot: () => void }) {
  const { t } = useTranslation()
  const sentenceOf = useFaultSentence()
  const [password, setPassword] = useState('')
  const signIn = useAct('session.signIn', { faultShownBy: 'screen' })
  const isReady = props.loginName.trim() !== '' && password !== ''
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) signIn.mutate({ loginName: props.loginName.trim(), password })
      }}
    >
      <Stack gap="md">
        <Title order={1}>{t('door.signInTitle')}</Title>
        <LoginName value={props.loginName} onChange={props.onLoginName} />
        <SecretField
          label={t('door.password')}
          autoComplete="off"
          most={200}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {signIn.isError && (
          <Alert color="red" role="alert">
            {sentenceOf(signIn.error)}
          </Alert>
        )}
        <Button type="submit" disabled={!isReady} loading={signIn.isPending}>
          {t('door.signIn')}
        </Button>
        <Anchor component="button" type="button" size="sm" onClick={props.onForgot}>
          {t('door.forgot')}
        </Anchor>
      </Stack>
    </form>
  )
}

function WithRecoveryCode(props: {
  loginName: string
  onLoginName: (value: string) => void
  onNewRecoveryCode: (made: { personId: string; code: string }) => void
  onPassword: () => void
}) {
  const { t } = useTranslation()
  const sentenceOf = useFaultSentence()
  const [code, setCode] = useState('')
  const [passwords, setPasswords] = useState(emptyPasswords)
  const recover = useAct('session.signInWithRecoveryCode', {
    faultShownBy: 'screen',
    onDone: (answer) => props.onNewRecoveryCode({ personId: answer.person.id, code: answer.newRecoveryCode }),
  })
  const isReady = props.loginName.trim() !== '' && code.trim() !== '' && arePasswordsSame(passwords)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) {
          recover.mutate({ loginName: props.loginName.trim(), code: code.trim(), newPassword: passwords.first })
        }
      }}
    >
      <Stack gap="md">
        <Title order={1}>{t('door.recoverTitle')}</Title>
        <Text size="sm">{t('door.recoverText')}</Text>
        <LoginName value={props.loginName} onChange={props.onLoginName} />
        <LineField
          label={t('door.recoveryCode')}
          autoComplete="off"
          spellCheck={false}
          most={100}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <NewPassword
          label={t('door.newPassword')}
          labelAgain={t('door.passwordAgain')}
          value={passwords}
          onChange={setPasswords}
        />
        {recover.isError && (
          <Alert color="red" role="alert">
            {sentenceOf(recover.error)}
          </Alert>
        )}
        <Button type="submit" disabled={!isReady} loading={recover.isPending}>
          {t('door.recover')}
        </Button>
        <Anchor component="button" type="button" size="sm" onClick={props.onPassword}>
          {t('door.withPassword')}
        </Anchor>
      </Stack>
    </form>
  )
}
