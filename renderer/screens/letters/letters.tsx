// The letters of the desk for the administrator: their texts with a live specimen, the company they come from, the envelope.
import { Tabs } from '@mantine/core'
import { IconBuilding, IconFileText, IconMail, IconSend } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Loaded, Screen } from '../../parts/screen.tsx'
import { useAnswer } from '../../queries.ts'
import { CompanyForm } from './company-form.tsx'
import { EnvelopeForm } from './envelope-form.tsx'
import { ServicesForm } from './services-form.tsx'
import { Texts } from './texts.tsx'

export function Letters() {
  const { t } = useTranslation()
  const settings = useAnswer('settings.desk', {})
  return (
    <Screen title={t('letters.screenTitle')}>
      <Tabs defaultValue="texts" keepMounted={false}>
        <Tabs.List mb="sm">
          <Tabs.Tab value="texts" leftSection={<IconFileText size={17} aria-hidden />}>
            {t('letters.tabTexts')}
          </Tabs.Tab>
          <Tabs.Tab value="company" leftSection={<IconBuilding size={17} aria-hidden />}>
            {t('letters.tabCompany')}
          </Tabs.Tab>
          <Tabs.Tab value="envelope" leftSection={<IconMail size={17} aria-hidden />}>
            {t('letters.tabEnvelope')}
          </Tabs.Tab>
          <Tabs.Tab value="post" leftSection={<IconSend size={17} aria-hidden />}>
            {t('posted.services')}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="texts">
          <Texts />
        </Tabs.Panel>
        <Tabs.Panel value="company">
          <Loaded query={settings}>{(value) => <CompanyForm settings={value} />}</Loaded>
        </Tabs.Panel>
        <Tabs.Panel value="envelope">
          <Loaded query={settings}>{(value) => <EnvelopeForm settings={value} />}</Loaded>
        </Tabs.Panel>
        <Tabs.Panel value="post">
          <Loaded query={settings}>{(value) => <ServicesForm settings={value} />}</Loaded>
        </Tabs.Panel>
      </Tabs>
    </Screen>
  )
}
