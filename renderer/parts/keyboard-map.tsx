// The keyboard map that `?` shows: drawn from the very table the handlers read.
import { Group, Kbd, Table, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { keyboard, type Scope } from '../keyboard.ts'
import { Dialog } from './dialog.tsx'

const scopes: readonly Scope[] = ['anywhere', 'list', 'inbox', 'cases', 'review', 'drawing']

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
  const wordsOf = (scope: Scope): Record<string, string> => t(`keys.action.${scope}`, { returnObjects: true })
  return (
    <Dialog opened={opened} onClose={onClose} title={t('keys.title')} size="min(1120px, 94vw)">
      <div style={{ columns: 3, columnGap: 28 }}>
        {scopes.map((scope) => (
          <div key={scope} style={{ marginBottom: 14 }}>
            <Title order={3}>{t(`keys.scope.${scope}`)}</Title>
            <Table verticalSpacing={1} fz="sm" aria-label={t(`keys.scope.${scope}`)}>
              <Table.Tbody>
                {Object.entries<readonly string[]>(keyboard[scope]).map(([action, keys]) => (
                  <Table.Tr key={action}>
                    <Table.Td w={120}>
                      <Group gap={4}>
                        {keys.map((key) => (
                          <Kbd key={key}>{written(key)}</Kbd>
                        ))}
                      </Group>
                    </Table.Td>
                    <Table.Td>{wordsOf(scope)[action]}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
        ))}
      </div>
    </Dialog>
  )
}
