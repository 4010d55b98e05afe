// A picture of a page: bytes from main as a blob in memory, given back as soon as it leaves the screen.
import { Center, Group, Loader, Stack, Text, Button, Alert } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallRequest } from '../../shared/ipc/contract.ts'
import { ask } from '../client.ts'
import { useFaultSentence } from '../fault-sentence.ts'

type PictureCall = 'scans.picture' | 'notices.preview' | 'notices.picture' | 'wipes.certificatePicture'

export interface ShownPicture {
  url: string
  /** Pixels of the picture itself, upright. */
  width: number
  height: number
  pageCount: number | null
}

/**
 * Asks for a picture once per request and `edition`; a new edition (a turned or masked page) is a new picture.
 * Not kept by the query cache: a cached picture would outlive the screen, and every view is audited.
 */
export function usePicture<Name extends PictureCall>(
  name: Name,
  request: CallRequest<Name>,
  edition: string,
): { picture: ShownPicture | null; error: unknown } {
  const [shown, setShown] = useState<{ key: string; picture: ShownPicture | null; error: unknown } | null>(null)
  const key = JSON.stringify([name, request, edition])
  const askNow = useEffectEvent(() => ask(name, request))
  useEffect(() => {
    let url: string | null = null
    let left = false
    askNow().then(
      (answer) => {
        if (left) return
        url = URL.createObjectURL(new Blob([new Uint8Array(answer.bytes)], { type: answer.type }))
        const pageCount = 'pageCount' in answer && typeof answer.pageCount === 'number' ? answer.pageCount : null
        setShown({ key, picture: { url, width: answer.width, height: answer.height, pageCount }, error: null })
      },
      (error: unknown) => {
        if (!left) setShown({ key, picture: null, error })
      },
    )
    return () => {
      left = true
      if (url !== null) URL.revokeObjectURL(url)
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- the key is the request, the effect event reads it
  }, [key])
  return shown?.key === key ? shown : { picture: null, error: null }
}

/** Pages of a letter or certificate to be looked at one by one. */
export function PagedPicture(props: {
  name: 'notices.picture' | 'wipes.certificatePicture'
  id: string
  pageCount: number | null
  alt: (page: number) => string
  /** A CSS height. */
  height: string
}) {
  const { t } = useTranslation()
  const sentenceOf = useFaultSentence()
  const [page, setPage] = useState(1)
  const { picture, error } = usePicture(props.name, { id: props.id, page, longSidePx: 2000 }, '')
  const pageCount = picture?.pageCount ?? props.pageCount ?? 1
  return (
    <Stack gap="xs">
      <Center
        bg="#dfe3ea"
        p="sm"
        style={{ height: props.height, overflow: 'auto', alignItems: 'flex-start' }}
        tabIndex={0}
        role="region"
        aria-label={props.alt(page)}
      >
        {picture !== null && (
          <img
            src={picture.url}
            alt={props.alt(page)}
            style={{ width: '100%', maxWidth: 760, boxShadow: '0 1px 4px rgb(0 0 0 / 30%)' }}
            draggable={false}
          />
        )}
        {picture === null && error === null && <Loader role="status" aria-label={t('common.loading')} />}
        {error !== null && <Alert color="red">{sentenceOf(error)}</Alert>}
      </Center>
      {pageCount > 1 && (
        <Group justify="center" gap="xs">
          <Button
            variant="default"
            size="xs"
            leftSection={<IconChevronLeft size={16} aria-hidden />}
            disabled={page <= 1}
            onClick={() => setPage(page - 1)}
          >
            {t('common.previousPage')}
          </Button>
          <Text size="sm">{t('common.pageOf', { page, of: pageCount })}</Text>
          <Button
            variant="default"
            size="xs"
            rightSection={<IconChevronRight size={16} aria-hidden />}
            disabled={page >= pageCount}
            onClick={() => setPage(page + 1)}
          >
            {t('common.nextPage')}
          </Button>
        </Group>
      )}
    </Stack>
  )
}
