// Entry of a screening process: loads the models once, then does one task after the other.
import { createDecoder, loadEngines, RefusedFile, rehearse } from '../reading/index.ts'
import type { Decoder, LoadedEngines } from '../reading/index.ts'
import { extractPages } from './extract-pages.ts'
import { maskPage } from './mask-page.ts'
import { openOwnPort } from './own-port.ts'
import { paperPage } from './paper-page.ts'
import { picturePage } from './picture-page.ts'
import { readIdentity } from './read-identity.ts'
import { screenPage } from './screen-page.ts'
import type { ReportStep } from './look-at-page.ts'
import type { Answers, Task, WorkerSetting } from './worker-messages.ts'

const port = openOwnPort()
const running = new Map<number, AbortController>()
let begun: WorkerSetting | null = null
let decoder: Decoder | null = null
let engines: Promise<LoadedEngines> | null = null

/** Loaded once. A load that failed is begun again by the next page: on a busy machine a reader may come up too late. */
function loaded({ modelsFolder, threads }: WorkerSetting): Promise<LoadedEngines> {
  engines ??= loadEngines(modelsFolder, threads).catch((error: unknown) => {
    engines = null
    throw error
  })
  return engines
}

async function perform(id: number, task: Task, signal: AbortSignal): Promise<Answers[keyof Answers]> {
  if (begun === null) throw new Error('A task came before the setting.')
  const setting = begun
  const report: ReportStep = (step, fraction) => port.post({ say: 'step', id, step, fraction })
  const decode = (decoder ??= createDecoder(setting.pictures, __filename))
  switch (task.task) {
    case 'inspect':
      return decode.inspect(task.bytes)
    case 'extract':
      return extractPages(task.bytes, task.pages, decode)
    case 'picture':
      return picturePage(task.bytes, task.page, task.look, decode)
    case 'paper':
      return paperPage(task.bytes, task.page, task.longSidePx, decode.pdf)
    case 'screen': {
      const read = await loaded(setting)
      return screenPage(task.bytes, task.page, decode, read, report, signal)
    }
    case 'identity': {
      const read = await loaded(setting)
      return readIdentity(task.bytes, task.page, decode, read, report, signal)
    }
    case 'mask': {
      const read = await loaded(setting)
      return maskPage(task.bytes, task.page, task.mask, decode, read, signal)
    }
  }
}

port.onMessage((message) => {
  if (message.say === 'begin') {
    begun = message.setting
    return
  }
  if (message.say === 'warm') {
    if (begun === null) throw new Error('Warming came before the setting.')
    const read = loaded(begun).then(rehearse)
    read.catch(() => undefined).finally(() => port.post({ say: 'warmed' }))
    return
  }
  if (message.say === 'cancel') {
    running.get(message.id)?.abort()
    return
  }
  const { id, task } = message
  const controller = new AbortController()
  running.set(id, controller)
  perform(id, task, controller.signal)
    .then((answer) => port.post({ say: 'done', id, answer }))
    .catch((error: unknown) => {
      if (error instanceof RefusedFile) port.post({ say: 'refused', id, reason: error.reason })
      else
        port.post({
          say: 'failed',
          id,
          cancelled: controller.signal.aborted,
          message: error instanceof Error ? error.message : 'unknown',
        })
    })
    .finally(() => {
      running.delete(id)
      task.bytes.fill(0)
    })
})
