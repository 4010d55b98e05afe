// What the desk keeps beside a case for itself: notes, linked cases, and cases that may be the same person's.
import { Button, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconLink, IconLinkOff, IconNote } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NotesOfCase } from '../../../shared/ipc/belongings.ts'
import type { CaseRecord } from '../../../shared/ipc/parts.ts'
import { InstantText, useDateWords } from '../../parts/dates.tsx'
import { Card, Loaded } from '../../parts/screen.tsx'
import { SimilarCases } from '../../parts/similar-cases.tsx'
import { LinesField } from '../../parts/typed-fields.tsx'
import { useGoing } from '../../places.ts'
import { useAct, useAnswer } from '../../queries.ts'
import { useSession } from '../../session.ts'
import { tell } from '../../tell.ts'
import classes from './case.module.css'

export function Notes({ record }: { record: CaseRecord }) {
  const notes = useAnswer('notes.ofCase', { caseId: record.id })
  return (
    <Loaded query={notes}>
      {(value) => (
        <SimpleGrid cols={2} spacing="sm" style={{ alignItems: 'start' }}>
          <NoteCard record={record} notes={value} />
          <Stack gap="sm">
            <Links record={record} notes={value} />
            {record.requester !== null && (
              <Similar record={record} name={record.requester.name} address={record.requester.address} notes={value} />
            )}
          </Stack>
        </SimpleGrid>
      )}
    </Loaded>
  )
}

function NoteCard({ record, notes }: { record: CaseRecord; notes: NotesOfCase }) {
  const { t } = useTranslation()
  const { state } = useSession()
  const [text, setText] = useState('')
  const write = useAct('notes.write', {
    onDone: () => {
      tell(t('belongings.notes.written'))
      setText('')
    },
  })
  const mayWrite = record.requester !== null && !state.readOnly
  return (
    <Card title={t('belongings.notes.title')}>
      <Text size="sm">{t('belongings.notes.intro')}</Text>
      {mayWrite && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (text.trim() !== '') write.mutate({ caseId: record.id, text: text.trim() })
          }}
        >
          <Stack gap="xs">
            <LinesField
              label={t('belongings.notes.text')}
              autosize
              minRows={3}
              most={2000}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <Button
              type="submit"
              style={{ alignSelf: 'flex-end' }}
              leftSection={<IconNote size={18} aria-hidden />}
              disabled={text.trim() === ''}
              loading={write.isPending}
            >
              {t('belongings.notes.write')}
            </Button>
          </Stack>
        </form>
      )}
      {notes.notes.length === 0 && <Text size="sm">{t('belongings.notes.none')}</Text>}
      <Stack gap={6} role="list" aria-label={t('belongings.notes.title')}>
        {notes.notes.map((note) => (
          <div key={note.id} role="listitem" className={classes.row} style={{ display: 'block' }}>
            <Text size="xs" c="dimmed" component="div">
              <InstantText instant={note.at} /> {note.by}
            </Text>
            <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {note.text}
            </Text>
          </div>
        ))}
      </Stack>
    </Card>
  )
}

function Links({ record, notes }: { record: CaseRecord; notes: NotesOfCase }) {
  const { t } = useTranslation()
  const { go } = useGoing()
  const { state } = useSession()
  const dateWords = useDateWords()
  const unlink = useAct('notes.unlink')
  return (
    <Card title={t('belongings.notes.linksTitle')}>
      {notes.links.length === 0 && <Text size="sm">{t('belongings.notes.noLinks')}</Text>}
      <Stack gap={6} role="list" aria-label={t('belongings.notes.linksTitle')}>
        {notes.links.map((link) => (
          <div key={link.caseId} role="listitem" className={classes.row}>
            <Text size="sm" c="dimmed">
              {t('belongings.notes.linked', { date: dateWords(link.on), name: link.by })}
            </Text>
            <Group gap={6} wrap="nowrap">
              <Button size="compact-sm" variant="default" onClick={() => go({ screen: 'case', caseId: link.caseId })}>
                {t('belongings.notes.open', { number: link.number })}
              </Button>
              {!state.readOnly && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-label={t('belongings.notes.unlink', { number: link.number })}
                  onClick={() => unlink.mutate({ caseId: record.id, otherId: link.caseId })}
                >
                  <IconLinkOff size={16} aria-hidden />
                </Button>
              )}
            </Group>
          </div>
        ))}
      </Stack>
    </Card>
  )
}

function Similar(props: { record: CaseRecord; name: string; address: string; notes: NotesOfCase }) {
  const { t } = useTranslation()
  const { state } = useSession()
  const { id } = props.record
  const similar = useAnswer('cases.similar', { name: props.name, address: props.address, exceptId: id })
  const link = useAct('notes.link')
  const isLinked = (caseId: string) => props.notes.links.some((one) => one.caseId === caseId)
  return (
    <Card title={t('belongings.notes.similarTitle')}>
      <Loaded query={similar}>
        {({ cases }) =>
          cases.length === 0 ? (
            <Text size="sm">{t('belongings.notes.noSimilar')}</Text>
          ) : (
            <SimilarCases
              label={t('belongings.notes.similarTitle')}
              cases={cases}
              renderActions={(one) =>
                !isLinked(one.caseId) &&
                !state.readOnly && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    style={{ flex: 'none' }}
                    leftSection={<IconLink size={15} aria-hidden />}
                    onClick={() => link.mutate({ caseId: id, otherId: one.caseId })}
                  >
                    {t('belongings.notes.link', { number: one.number })}
                  </Button>
                )
              }
            />
          )
        }
      </Loaded>
    </Card>
  )
}
