// The letters of a case: made, looked at, printed or saved, and what became of them in the post.
import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { IconDeviceFloppy, IconMailPlus, IconPrinter, IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseRecord, Notice } from '../../../shared/ipc/parts.ts'
import { useDateWords, useInstantWords } from '../../parts/dates.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { PagedPicture } from '../../parts/picture.tsx'
import { PrintDialog } from '../../parts/print-dialog.tsx'
import { Card } from '../../parts/screen.tsx'
import { useAct } from '../../queries.ts'
import { useSession } from '../../session.ts'
import { tell } from '../../tell.ts'
import classes from './case.module.css'
import { DispatchDialog } from './dispatch-dialog.tsx'

export function Notices({ record }: { record: CaseRecord }) {
  const { t } = useTranslation()
  const { state } = useSession()
  const [openId, setOpenId] = useState<string | null>(null)
  const [dispatchingId, setDispatchingId] = useState<string | null>(null)
  const make = useAct('notices.make', {
    onDone: (notice) => {
      tell(t('case.noticeMade'))
      setOpenId(notice.id)
    },
  })
  const opened = record.notices.find((notice) => notice.id === openId)
  const dispatching = record.notices.find((notice) => notice.id === dispatchingId)
  const mayMake = record.requester !== null && record.state !== 'wiping' && !state.readOnly
  return (
    <Card
      title={t('case.notices')}
      actions={
        mayMake && (
          <Button
            size="compact-sm"
            leftSection={<IconMailPlus size={16} aria-hidden />}
            loading={make.isPending}
            onClick={() => make.mutate({ caseId: record.id, kind: 'domicile-correction' })}
          >
            {t('case.makeCorrection')}
          </Button>
        )
      }
    >
      {record.notices.length === 0 && <Text size="sm">{t('case.noNotices')}</Text>}
      <Stack gap={6} role="list" aria-label={t('case.notices')}>
        {record.notices.map((notice) => (
          <NoticeItem
            key={notice.id}
            notice={notice}
            onOpen={() => setOpenId(notice.id)}
            onDispatch={state.readOnly ? null : () => setDispatchingId(notice.id)}
          />
        ))}
      </Stack>
      {opened !== undefined && <NoticeDialog notice={opened} onClose={() => setOpenId(null)} />}
      {dispatching !== undefined && <DispatchDialog notice={dispatching} onClose={() => setDispatchingId(null)} />}
    </Card>
  )
}

function NoticeItem(props: { notice: Notice; onOpen: () => void; onDispatch: (() => void) | null }) {
  const { t } = useTranslation()
  const dateWords = useDateWords()
  const instantWords = useInstantWords()
  const { notice } = props
  return (
    <div role="listitem" className={classes.row}>
      <div>
        <Text size="sm" fw={700}>
          {t(`case.noticeKind.${notice.kind}`)}
        </Text>
        <Group gap={6}>
          <Badge color={notice.printedAt === null ? 'orange' : 'gray'}>
            {notice.printedAt === null
              ? t('case.notPrinted')
              : t('case.printedAt', { at: instantWords(notice.printedAt) })}
          </Badge>
          <Badge color={notice.dispatchedOn === null ? 'orange' : 'teal'}>
            {notice.dispatchedOn === null
              ? t('case.notDispatched')
              : t('case.dispatchedOn', { on: dateWords(notice.dispatchedOn) })}
          </Badge>
          {notice.trackingNumber !== null && <Text size="sm">{notice.trackingNumber}</Text>}
        </Group>
      </div>
      <Group gap={6} wrap="nowrap">
        <Button size="compact-sm" variant="default" onClick={props.onOpen}>
          {t('case.openNotice')}
        </Button>
        {notice.dispatchedOn === null && props.onDispatch !== null && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconSend size={15} aria-hidden />}
            onClick={props.onDispatch}
          >
            {t('case.dispatch')}
          </Button>
        )}
      </Group>
    </div>
  )
}

function NoticeDialog({ notice, onClose }: { notice: Notice; onClose: () => void }) {
  const { t } = useTranslation()
  const { state } = useSession()
  const [isPrinting, setPrinting] = useState(false)
  const print = useAct('notices.print', {
    onDone: () => {
      setPrinting(false)
      tell(t('common.printed'))
    },
  })
  const save = useAct('notices.save', {
    onDone: (answer) => {
      if (answer.kind === 'saved') tell(t('common.saved'))
    },
  })
  return (
    <Dialog opened onClose={onClose} title={t(`case.noticeKind.${notice.kind}`)} size={860}>
      <Stack gap="sm">
        <PagedPicture
          name="notices.picture"
          id={notice.id}
          pageCount={notice.pageCount}
          alt={(page) => `${t('case.noticeTitle')} ${t('common.pictureAlt', { page })}`}
          height="min(640px, 62vh)"
        />
        {!state.readOnly && (
          <Group justify="flex-end">
            <Button
              variant="default"
              leftSection={<IconDeviceFloppy size={18} aria-hidden />}
              loading={save.isPending}
              onClick={() => save.mutate({ id: notice.id })}
            >
              {t('case.saveNotice')}
            </Button>
            <Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => setPrinting(true)}>
              {t('case.printNotice')}
            </Button>
          </Group>
        )}
      </Stack>
      <PrintDialog
        opened={isPrinting}
        onClose={() => setPrinting(false)}
        printing={print.isPending}
        onPrint={(printer) => print.mutate({ id: notice.id, printer })}
      />
    </Dialog>
  )
}
