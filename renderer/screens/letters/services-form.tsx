// How each kind of letter usually goes out: what the dialog of its dispatch begins with.
import { Button, Group, Select, SimpleGrid, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { letterKinds } from '../../../shared/letters.ts'
import { postServices, postServiceSchema } from '../../../shared/post.ts'
import type { DeskSettings } from '../../../shared/settings.ts'
import { Card } from '../../parts/screen.tsx'
import { useAct } from '../../queries.ts'
import { useSession } from '../../session.ts'
import { tell } from '../../tell.ts'

export function ServicesForm({ settings }: { settings: DeskSettings }) {
  const { t } = useTranslation()
  const { state } = useSession()
  const [postServicesOf, setPostServicesOf] = useState(settings.postServices)
  const change = useAct('settings.changeDesk', { onDone: () => tell(t('staff.savedDesk')) })
  return (
    <Card title={t('posted.services')}>
      <Text size="sm">{t('posted.servicesHint')}</Text>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          change.mutate({ ...settings, postServices: postServicesOf })
        }}
      >
        <SimpleGrid cols={3} spacing="xs">
          {letterKinds.map((kind) => (
            <Select
              key={kind}
              label={t(`letters.name.${kind}`)}
              allowDeselect={false}
              value={postServicesOf[kind]}
              data={postServices
                .filter((service) => service !== 'email')
                .map((service) => ({ value: service, label: t(`posted.service.${service}`) }))}
              onChange={(service) => setPostServicesOf({ ...postServicesOf, [kind]: postServiceSchema.parse(service) })}
            />
          ))}
        </SimpleGrid>
        <Group justify="flex-end" mt="sm">
          <Button type="submit" disabled={state.readOnly} loading={change.isPending}>
            {t('staff.saveDesk')}
          </Button>
        </Group>
      </form>
    </Card>
  )
}
