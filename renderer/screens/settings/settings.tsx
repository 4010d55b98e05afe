// Settings: one's own password and language, the watched folder's state, and the desk's settings for the administrator.
import { Button, Group, SegmentedControl, SimpleGrid, Stack, Switch, Text } from '@mantine/core'
import { IconMail, IconScale } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { preferencesSchema } from '../../../shared/settings.ts'
import { arePasswordsSame, emptyPasswords, NewPassword } from '../../parts/passwords.tsx'
import { RulesReview } from '../../parts/rules-review.tsx'
import { Card, Loaded, Screen } from '../../parts/screen.tsx'
import { SecretField } from '../../parts/typed-fields.tsx'
import { useGoing } from '../../places.ts'
import { useAct, useAnswer } from '../../queries.ts'
import { useSession } from '../../session.ts'
import { tell } from '../../tell.ts'
import { CalendarForm } from './calendar-form.tsx'
import { DeskForm } from './desk-form.tsx'
import { MaskingPolicyCard } from './masking-policy.tsx'

export function SettingsScreen() {
  const { t } = useTranslation()
  const { may, state } = useSession()
  const mayChangeDesk = may('settings.changeDesk')
  const desk = useAnswer('settings.desk', {}, { enabled: mayChangeDesk })
  return (
    <Screen title={t('staff.settingsTitle')}>
      <SimpleGrid cols={2} spacing="sm" style={{ alignItems: 'start' }}>
        <Stack gap="sm">
          <PreferenceCards />
          <PasswordCard />
          <RulesCard />
          {may('letterTexts.list') && <LettersCard />}
          <Card title={t('staff.about')}>
            <Text size="sm">{t('door.version', { version: state.appVersion })}</Text>
            <Text size="sm">{t(`staff.keychain.${state.keychain}`)}</Text>
          </Card>
        </Stack>
        {mayChangeDesk && (
          <Stack gap="sm">
            <Card title={t('staff.deskTitle')}>
              <Loaded query={desk}>{(settings) => <DeskForm settings={settings} />}</Loaded>
            </Card>
            <Loaded query={desk}>{(settings) => <CalendarForm settings={settings} />}</Loaded>
          </Stack>
        )}
      </SimpleGrid>
      {may('settings.changeMaskingPolicy') && <MaskingPolicyCard />}
    </Screen>
  )
}

function LettersCard() {
  const { t } = useTranslation()
  const { go } = useGoing()
  return (
    <Card title={t('letters.card')}>
      <Text size="sm">{t('letters.cardHint')}</Text>
      <Group>
        <Button
          variant="default"
          leftSection={<IconMail size={18} aria-hidden />}
          onClick={() => go({ screen: 'letters' })}
        >
          {t('letters.open')}
        </Button>
      </Group>
    </Card>
  )
}

function RulesCard() {
  const { t } = useTranslation()
  const { go } = useGoing()
  return (
    <Card title={t('rules.card')}>
      <Text size="sm">{t('rules.openHint')}</Text>
      <RulesReview />
      <Group>
        <Button
          variant="default"
          leftSection={<IconScale size={18} aria-hidden />}
          onClick={() => go({ screen: 'rules' })}
        >
          {t('rules.open')}
        </Button>
      </Group>
    </Card>
  )
}

/** What this PC remembers for itself. */
function PreferenceCards() {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const preferences = useAnswer('settings.preferences', {})
  const change = useAct('settings.changePreferences', {
    onDone: (answer) => queryClient.setQueryData(['settings.preferences', {}], answer),
  })
  return (
    <Loaded query={preferences}>
      {(value) => (
        <>
          <Card title={t('staff.language')}>
            <SegmentedControl
              aria-label={t('staff.language')}
              value={value.language}
              data={[
                { value: 'ja', label: '日本語' },
                { value: 'en', label: 'English' },
              ]}
              onChange={(language) => change.mutate(preferencesSchema.parse({ ...value, language }))}
            />
          </Card>
          <Card title={t('digest.reminders')}>
            <Switch
              label={t('digest.remindersOn')}
              description={t('digest.remindersHint')}
              checked={value.reminders}
              onChange={(event) => change.mutate({ ...value, reminders: event.currentTarget.checked })}
            />
          </Card>
        </>
      )}
    </Loaded>
  )
}

function PasswordCard() {
  const { t } = useTranslation()
  const [oldPassword, setOldPassword] = useState('')
  const [passwords, setPasswords] = useState(emptyPasswords)
  const change = useAct('staff.changePassword', {
    onDone: () => {
      setOldPassword('')
      setPasswords(emptyPasswords)
      tell(t('staff.passwordChanged'))
    },
  })
  const isReady = oldPassword !== '' && arePasswordsSame(passwords)
  return (
    <Card title={t('staff.passwordTitle')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) change.mutate({ oldPassword, newPassword: passwords.first })
        }}
      >
        <Stack gap="xs">
          <SecretField
            label={t('staff.oldPassword')}
            autoComplete="off"
            most={200}
            value={oldPassword}
            onChange={(event) => setOldPassword(event.currentTarget.value)}
          />
          <NewPassword
            label={t('staff.newPassword')}
            labelAgain={t('staff.newPasswordAgain')}
            value={passwords}
            onChange={setPasswords}
          />
          <Button type="submit" disabled={!isReady} loading={change.isPending} style={{ alignSelf: 'flex-start' }}>
            {t('staff.changePassword')}
          </Button>
        </Stack>
      </form>
    </Card>
  )
}
