// The letters of a case: made, looked at, printed or saved, and what became of them in the post.
import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { IconDeviceFloppy, IconPrinter, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseRecord, Notice } from '../../../shared/ipc/parts.ts'
import type { LetterKind } from '../../../shared/letters.ts'
import { knownInputs } from '../../../shared/rules/fitting-letters.ts'
import { useInstantWords } from '../../parts/dates.tsx'
import { DialogEnd } from '../../parts/dialog-end.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { PagedPicture } from '../../parts/picture.tsx'
import { PostActions, PostBadge, PostFacts } from '../../parts/post-actions.tsx'
import { Card } from '../../parts/screen.tsx'
import { useAct } from '../../queries.ts'
import { useSession } from '../../session.ts'
import { tell } from '../../tell.ts'
import { AddressBadge, AskAddress, addressApproval } from './ask-address.tsx'
import classes from './case.module.css'
import { EnvelopeDialog } from './envelope-dialog.tsx'
import { LetterChoice } from './letter-choice.tsx'
import { LetterDialog } from './letter-dialog.tsx'
import { PrintLetterDialog } from './print-letter-dialog.tsx'
import { useLetterReasons } from './use-letter-reasons.ts'

export function Notices({ record }: { record: CaseRecord }) {
  const { t } = useTranslation()
  const { state } = useSession()
  const [openId, setOpenId] = useState<string | null>(null)
  const [checkingId, setCheckingId] = useState<string | null>(null)
  const [writing, setWriting] = useState<LetterKind | null>(null)
  const opened = record.notices.find((notice) => notice.id === openId)
  const checking = record.notices.find((notice) => notice.id === checkingId)
  const reasons = useLetterReasons(record)
  const mayMake = record.requester !== null && record.state !== 'wiping' && !state.readOnly
  return (
    <Card
      title={t('case.notices')}
      actions={mayMake && <LetterChoice record={record} reasons={reasons} onChoose={setWriting} />}
    >
      {record.notices.length === 0 && <Text size="sm">{t('case.noNotices')}</Text>}
      <Stack gap={6} role="list" aria-label={t('case.notices')}>
        {record.notices.map((notice) => (
          <NoticeItem
            key={notice.id}
            record={record}
            notice={notice}
            onOpen={() => setOpenId(notice.id)}
            onCheck={state.readOnly ? null : () => setCheckingId(notice.id)}
          />
        ))}
      </Stack>
      {opened !== undefined && <NoticeDialog notice={opened} onClose={() => setOpenId(null)} />}
      {writing !== null && (
        <LetterDialog
          record={record}
          kind={writing}
          known={knownInputs(writing, reasons)}
          onClose={() => setWriting(null)}
          onMade={(notice) => {
            setWriting(null)
            setOpenId(notice.id)
          }}
        />
      )}
      {checking !== undefined && <EnvelopeDialog notice={checking} onClose={() => setCheckingId(null)} />}
    </Card>
  )
}

function NoticeItem(props: { record: CaseRecord; notice: Notice; onOpen: () => void; onCheck: (() => void) | null }) {
  const { t } = useTranslation()
  const instantWords = useInstantWords()
  const { record, notice } = props
  const isAllowed = notice.recipient === 'requester' || addressApproval(record, notice)?.state === 'given'
  const mayAsk = !isAllowed && addressApproval(record, notice) === undefined
  const mayGoOut = notice.post === null || notice.post.returnedOn !== null
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
          <PostBadge post={notice.post} />
          <AddressBadge record={record} notice={notice} />
        </Group>
        {notice.post !== null && <PostFacts post={notice.post} />}
      </div>
      <Group gap={6}>
        <Button size="compact-sm" variant="default" onClick={props.onOpen}>
          {t('case.openNotice')}
        </Button>
        {mayGoOut && props.onCheck !== null && (
          <Button size="compact-sm" variant="default" onClick={props.onCheck}>
            {t('post.envelope')}
          </Button>
        )}
        {props.onCheck !== null && mayGoOut && mayAsk && <AskAddress notice={notice} />}
        {props.onCheck !== null && (isAllowed || !mayGoOut) && (
          <PostActions notice={notice} post={notice.post} mayEmail={record.lane === 'meta-quest'} />
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
            {notice.post === null && (
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
              {t(notice.printedAt === null ? 'case.printNotice' : 'printing.reprintTitle')}
            </Button>
          </Group>
        )}
      </Stack>
      <Dialog opened={isSure} onClose={() => setSure(false)} title={t('letters.discard')}>
        <Stack>
          <Text>{t('letters.discardSure')}</Text>
          <DialogEnd
            action={t('letters.discard')}
            color="red"
            loading={discard.isPending}
            onAct={() => discard.mutate({ id: notice.id })}
            onCancel={() => setSure(false)}
            isCancelFirst
          />
        </Stack>
      </Dialog>
      {isPrinting && <PrintLetterDialog notice={notice} onClose={() => setPrinting(false)} />}
    </Dialog>
  )
}
