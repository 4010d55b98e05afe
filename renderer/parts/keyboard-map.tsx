// The keyboard map that `?` shows: drawn from the very table the handlers read.
import { Group, Kbd, Modal, SimpleGrid, Stack, Table, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { keyboard, type Scope } from '../keyboard.ts'

const scopes = Object.keys(keyboard) as Scope[]

const signs: Record<string, string> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
}

/** `Shift+ArrowLeft` as `Shift+←`. */
const written = (key: string): string =>
  key
    .split(/\+(?=.)/)
    .map((part) => signs[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join('+')

export function KeyboardMap({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal opened={opened} onClose={onClose} title={t('keys.title')} size="min(1120px, 94vw)">
      <SimpleGrid cols={3} spacing="lg">
        {scopes.map((scope) => (
          <Stack key={scope} gap={4}>
            <Title order={3}>{t(`keys.scope.${scope}`)}</Title>
            <Table verticalSpacing={3} fz="sm" aria-label={t(`keys.scope.${scope}`)}>
              <Table.Tbody>
                {Object.entries<readonly string[]>(keyboard[scope]).map(([action, keys]) => (
                  <Table.Tr key={action}>
                    <Table.Td w={110}>
                      <Group gap={4}>
                        {keys.map((key) => (
                          <Kbd key={key}>{written(key)}</Kbd>
                        ))}
                      </Group>
                    </Table.Td>
                    <Table.Td>{t(`keys.action.${scope}.${action}` as 'keys.title')}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Stack>
        ))}
      </SimpleGrid>
    </Modal>
  )
}
