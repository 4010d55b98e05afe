// The letters of a case: made, looked at, printed or saved, and what became of them in the post.
import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { IconDeviceFloppy, IconPrinter, IconSend, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseRecord, Notice } from '../../../shared/ipc/parts.ts'
import type { LetterKind } from '../../../shared/letters.ts'
import { useDateWords, useInstantWords } from '../../parts/dates.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { PagedPicture } from '../../parts/picture.tsx'
import { PrintDialog } from '../../parts/print-dialog.tsx'
import { Card } from '../../parts/screen.tsx'
import { useAct, useAnswer } from '../../queries.ts'
import { useSession } from '../../session.ts'
import { tell } from '../../tell.ts'
import classes from './case.module.css'
import { DispatchDialog } from './dispatch-dialog.tsx'
import { EnvelopeDialog } from './envelope-dialog.tsx'
import { LetterChoice } from './letter-choice.tsx'
import { LetterDialog } from './letter-dialog.tsx'

export function Notices({ record }: { record: CaseRecord }) {
  const { t } = useTranslation()
  const { state } = useSession()
  const [openId, setOpenId] = useState<string | null>(null)
  const [dispatchingId, setDispatchingId] = useState<string | null>(null)
  const [checkingId, setCheckingId] = useState<string | null>(null)
  const [writing, setWriting] = useState<LetterKind | null>(null)
  const opened = record.notices.find((notice) => notice.id === openId)
  const dispatching = record.notices.find((notice) => notice.id === dispatchingId)
  const checking = record.notices.find((notice) => notice.id === checkingId)
  const checks = useAnswer('identity.ofCase', { caseId: record.id })
  const toMend = checks.data?.checks.find(({ id }) => id === checks.data.standsId)?.needs ?? []
  const mayMake = record.requester !== null && record.state !== 'wiping' && !state.readOnly
  return (
    <Card title={t('case.notices')} actions={mayMake && <LetterChoice record={record} onChoose={setWriting} />}>
      {record.notices.length === 0 && <Text size="sm">{t('case.noNotices')}</Text>}
      <Stack gap={6} role="list" aria-label={t('case.notices')}>
        {record.notices.map((notice) => (
          <NoticeItem
            key={notice.id}
            notice={notice}
            onOpen={() => setOpenId(notice.id)}
            onCheck={state.readOnly ? null : () => setCheckingId(notice.id)}
            onDispatch={state.readOnly ? null : () => setDispatchingId(notice.id)}
          />
        ))}
      </Stack>
      {opened !== undefined && <NoticeDialog notice={opened} onClose={() => setOpenId(null)} />}
      {writing !== null && (
        <LetterDialog
          record={record}
          kind={writing}
          items={toMend}
          onClose={() => setWriting(null)}
          onMade={(notice) => {
            setWriting(null)
            setOpenId(notice.id)
          }}
        />
      )}
      {checking !== undefined && <EnvelopeDialog notice={checking} onClose={() => setCheckingId(null)} />}
      {dispatching !== undefined && <DispatchDialog notice={dispatching} onClose={() => setDispatchingId(null)} />}
    </Card>
  )
}

function NoticeItem(props: {
  notice: Notice
  onOpen: () => void
  onCheck: (() => void) | null
  onDispatch: (() => void) | null
}) {
  const { t } = useTranslation()
  const dateWords = useDateWords()
  const instantWords = useInstantWords()
  const { notice } = props
  return (
    <div role="listitem" className={classes.row}>
      <div>
        <Text size="sm" fw={700}>
          {t(`letters.name.${notice.kind}`)}
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
        {notice.dispatchedOn === null && props.onCheck !== null && (
          <Button size="compact-sm" variant="default" onClick={props.onCheck}>
            {t('post.envelope')}
          </Button>
        )}
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
  const [isSure, setSure] = useState(false)
  const discard = useAct('notices.discard', {
    onDone: () => {
      tell(t('letters.discarded'))
      onClose()
    },
  })
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
    <Dialog opened onClose={onClose} title={t(`letters.name.${notice.kind}`)} size={860}>
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
            {notice.dispatchedOn === null && (
              <Button
                variant="subtle"
                color="red"
                mr="auto"
                leftSection={<IconTrash size={18} aria-hidden />}
                onClick={() => setSure(true)}
              >
                {t('letters.discard')}
              </Button>
            )}
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
      <Dialog opened={isSure} onClose={() => setSure(false)} title={t('letters.discard')}>
        <Stack>
          <Text>{t('letters.discardSure')}</Text>
          <Group justify="flex-end">
            <Button variant="default" data-autofocus onClick={() => setSure(false)}>
              {t('common.cancel')}
            </Button>
            <Button color="red" loading={discard.isPending} onClick={() => discard.mutate({ id: notice.id })}>
              {t('letters.discard')}
            </Button>
          </Group>
        </Stack>
      </Dialog>
      <PrintDialog
        opened={isPrinting}
        onClose={() => setPrinting(false)}
        printing={print.isPending}
        onPrint={(printer) => print.mutate({ id: notice.id, printer })}
      />
    </Dialog>
  )
}
