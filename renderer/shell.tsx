// The frame around every screen: navigation by role, banners, lock, the keyboard map, files dropped anywhere.
import { ActionIcon, Alert, Group, NavLink, Stack, Text, Tooltip, UnstyledButton } from '@mantine/core'
import {
  IconCertificate,
  IconChartBar,
  IconClipboardCheck,
  IconFolders,
  IconInbox,
  IconKeyboard,
  IconLayoutDashboard,
  IconLock,
  IconMailbox,
  IconPrinter,
  IconSettings,
  IconShieldExclamation,
  IconUserCircle,
  IconUsers,
  type Icon,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DropZone } from './drop-zone.tsx'
import { isDialogOpen, keyboard, useKeys } from './keyboard.ts'
import { ClockBehind } from './parts/clock-behind.tsx'
import { ErrorBoundary } from './parts/error-boundary.tsx'
import { KeyboardMap } from './parts/keyboard-map.tsx'
import { callBehind, GoingContext, type Place, type ScreenName } from './places.ts'
import { useAct } from './queries.ts'
import { useScanner } from './scanner.ts'
import { ScreenAt } from './screen-at.tsx'
import { useSession } from './session.ts'
import classes from './shell.module.css'
import { tell } from './tell.ts'

type Tab =
  | 'board'
  | 'inbox'
  | 'cases'
  | 'printing'
  | 'post'
  | 'certificates'
  | 'reports'
  | 'audit'
  | 'staff'
  | 'settings'

const tabs: readonly { tab: Tab; icon: Icon; holds: readonly ScreenName[] }[] = [
  { tab: 'board', icon: IconLayoutDashboard, holds: ['board'] },
  { tab: 'inbox', icon: IconInbox, holds: ['inbox', 'review'] },
  { tab: 'cases', icon: IconFolders, holds: ['cases', 'case', 'fees', 'wipe'] },
  { tab: 'printing', icon: IconPrinter, holds: ['printing'] },
  { tab: 'post', icon: IconMailbox, holds: ['post'] },
  { tab: 'certificates', icon: IconCertificate, holds: ['certificates', 'certificate'] },
  { tab: 'reports', icon: IconChartBar, holds: ['reports'] },
  { tab: 'audit', icon: IconClipboardCheck, holds: ['audit'] },
  { tab: 'staff', icon: IconUsers, holds: ['staff'] },
  { tab: 'settings', icon: IconSettings, holds: ['settings', 'rules', 'letters'] },
]

export function Shell({ startAt, onPlace }: { startAt: Place | null; onPlace: (place: Place) => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const [trail, setTrail] = useState<readonly Place[]>([startAt ?? home(session.may)])
  const [isMapOpen, setMapOpen] = useState(false)
  const place = trail.at(-1) ?? { screen: 'settings' }

  const mayOpen = (screen: ScreenName) => session.may(callBehind[screen])
  const go = (next: Place) => {
    if (!mayOpen(next.screen)) return
    onPlace(next)
    // A short memory is enough for "back", and a day's work must not pile up.
    setTrail((before) => [...before.slice(-20), next])
  }
  const back = (otherwise: Place) => {
    const before = trail.at(-2)
    if (before === undefined) return go(otherwise)
    onPlace(before)
    setTrail(trail.slice(0, -1))
  }

  useKeys('anywhere', {
    help: () => setMapOpen(true),
    back: () => back(home(session.may)),
    board: () => go({ screen: 'board' }),
    inbox: () => go({ screen: 'inbox' }),
    cases: () => go({ screen: 'cases' }),
    printing: () => go({ screen: 'printing' }),
    post: () => go({ screen: 'post' }),
    certificates: () => go({ screen: 'certificates' }),
    reports: () => go({ screen: 'reports' }),
    audit: () => go({ screen: 'audit' }),
    staff: () => go({ screen: 'staff' }),
    settings: () => go({ screen: 'settings' }),
  })

  const find = useAct('post.find', {
    onDone: (found) => {
      if (found.kind === 'case') go({ screen: 'case', caseId: found.caseId })
      else tell(t(`posted.scanned.${found.because}`), 'warning')
    },
  })
  useScanner((code) => {
    // What is being answered in a dialog would be lost.
    if (isDialogOpen()) tell(t('posted.scannedInDialog'), 'warning')
    else if (session.may('post.find')) find.mutate({ code })
  })

  return (
    <GoingContext value={{ place, go, back }}>
      <div className={classes.frame}>
        <header className={classes.head}>
          <Text fw={700} c="white">
            {t('desk.name')}
          </Text>
          <Group gap="sm">
            <Group gap={6}>
              <IconUserCircle size={18} aria-hidden />
              <Text size="sm">
                {session.person.displayName}({session.person.roles.map((role) => t(`common.roles.${role}`)).join('・')})
              </Text>
            </Group>
            <Tooltip label={t('desk.keys')}>
              <ActionIcon variant="transparent" c="white" aria-label={t('desk.keys')} onClick={() => setMapOpen(true)}>
                <IconKeyboard size={20} aria-hidden />
              </ActionIcon>
            </Tooltip>
            <UnstyledButton className={classes.lock} onClick={session.lock} title={t('desk.lockHint')}>
              <IconLock size={16} aria-hidden /> {t('desk.lock')}
            </UnstyledButton>
          </Group>
        </header>
        <nav className={classes.nav} aria-label={t('desk.navigation')}>
          <Stack gap={2}>
            {tabs
              .filter(({ tab }) => mayOpen(tab))
              .map(({ tab, icon: TabIcon, holds }) => (
                <NavLink
                  key={tab}
                  component="button"
                  label={t(`desk.${tab}`)}
                  leftSection={<TabIcon size={19} aria-hidden />}
                  rightSection={
                    <Text size="xs" c="dimmed" aria-hidden>
                      {keyboard.anywhere[tab][0]}
                    </Text>
                  }
                  active={holds.includes(place.screen)}
                  {...(holds.includes(place.screen) ? { 'aria-current': 'page' as const } : {})}
                  onClick={() => go({ screen: tab })}
                />
              ))}
          </Stack>
        </nav>
        <main className={classes.main}>
          {session.state.readOnly && (
            <Alert
              color="orange"
              m="md"
              mb={0}
              p="xs"
              icon={<IconShieldExclamation aria-hidden />}
              title={t('desk.readOnlyTitle')}
              style={{ flex: 'none' }}
            >
              {t('desk.readOnly')}
            </Alert>
          )}
          <ClockBehind />
          <div className={classes.screen}>
            <ErrorBoundary key={JSON.stringify(place)}>
              <ScreenAt place={place} />
            </ErrorBoundary>
          </div>
        </main>
      </div>
      <DropZone />
      <KeyboardMap opened={isMapOpen} onClose={() => setMapOpen(false)} />
    </GoingContext>
  )
}

/** The first screen of a person: the desk's staff see the board, an auditor the chain, an administrator the staff. */
function home(may: ReturnType<typeof useSession>['may']): Place {
  if (may('cases.board')) return { screen: 'board' }
  if (may('staff.add')) return { screen: 'staff' }
  return may('audit.list') ? { screen: 'audit' } : { screen: 'settings' }
}
