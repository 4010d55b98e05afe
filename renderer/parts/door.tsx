// The plain page in front of the desk: set-up, sign-in, recovery code.
import { Center, Paper, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export function Door({ children, foot }: { children: ReactNode; foot?: ReactNode }) {
  const { t } = useTranslation()
  return (
    <Center component="main" h="100%" style={{ overflowY: 'auto' }} p="lg">
      <Stack w={520} maw="100%" gap="sm">
        <Text fw={700} fz="lg" c="indigo.9">
          {t('desk.name')}
        </Text>
        <Paper withBorder p="xl" shadow="xs">
          {children}
        </Paper>
        {foot}
      </Stack>
    </Center>
  )
}
