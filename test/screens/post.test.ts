// What may be recorded of a letter in the post is offered as a button, and nothing that would be refused.
import { createElement } from 'react'
import { expect, test } from 'vitest'
import { PostActions } from '../../renderer/parts/post-actions.tsx'
import { PostWaiting } from '../../renderer/screens/board/post-waiting.tsx'
import { words } from '../../renderer/words/index.ts'
import type { LetterInPost } from '../../shared/ipc/post.ts'
import { answered, seen } from './stand.ts'

const { posted, case: ofCase } = words.ja
const notice = { id: '6f1c2d3e-0000-4000-8000-000000000000', kind: 'receipt' } as const
const out: LetterInPost = {
  standing: 'out',
  dispatches: 1,
  dispatchedOn: '2026-11-20',
  service: 'registered',
  trackingNumber: '131-12-38385-2',
  deliveredOn: null,
  deliveryProof: null,
  returnedOn: null,
  returnReason: null,
  addressCheckedOn: null,
}
const returned = { ...out, standing: 'returned', returnedOn: '2026-11-24', returnReason: 'moved' } as const
const every = [ofCase.dispatch, posted.again, posted.delivered, posted.returned, posted.checkAddress]

test.each<[string, LetterInPost | null, string[]]>([
  ['not posted', null, [ofCase.dispatch]],
  ['out and traced', out, [posted.delivered, posted.returned]],
  ['out by ordinary mail', { ...out, service: 'ordinary', trackingNumber: null }, [posted.returned]],
  ['delivered', { ...out, standing: 'delivered', deliveredOn: '2026-11-24' }, []],
  ['come back', returned, [posted.checkAddress]],
  ['come back, its address checked', { ...returned, addressCheckedOn: '2026-11-24' }, [posted.again]],
])('a letter that is %s', async (_, post, offered) => {
  const markup = await seen(createElement(PostActions, { notice, post, mayEmail: false }), [])
  expect(every.filter((label) => markup.includes(`>${label}<`))).toEqual(offered)
})

test('the board speaks of the post when something came back, and is silent when all is on its way', async () => {
  const row = {
    noticeId: notice.id,
    caseId: notice.id,
    caseNumber: '2026-000001-7',
    kind: 'receipt',
    recipientName: '見本 花子',
  } as const
  const board = (post: LetterInPost) =>
    seen(createElement(PostWaiting), [answered('post.sent', { which: 'open' }, { rows: [{ ...row, post }] })])
  expect(await board(returned)).toContain('返戻 1 件')
  expect(await board(out)).not.toContain(posted.onBoard)
})
