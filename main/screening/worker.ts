// Entry of a screening thread: loads the models once, then does one task after the other.
import { parentPort, workerData } from 'node:worker_threads'
import { createDecoder, loadEngines, RefusedFile } from '../reading/index.ts'
import type { Decoder, LoadedEngines } from '../reading/index.ts'
import { maskPage } from './mask-page.ts'
import { picturePage } from './picture-page.ts'
import { screenPage } from './screen-page.ts'
import type { Answers, FromWorker, Task, ToWorker, WorkerSetting } from './worker-messages.ts'

const port = parentPort
if (port === null) throw new Error('This file runs as a thread of the screening pool')
const setting: WorkerSetting = workerData
const running = new Map<number, AbortController>()
let decoder: Promise<Decoder> | null = null
let engines: Promise<LoadedEngines> | null = null

function say(message: FromWorker): void {
  port?.postMessage(message)
}

async function perform(id: number, task: Task, signal: AbortSignal): Promise<Answers[keyof Answers]> {
  const decode = await (decoder ??= createDecoder(setting.pictures, __filename))
  switch (task.task) {
    case 'inspect':
      return decode.inspect(task.bytes)
    case 'picture':
      return picturePage(task.bytes, task.page, task.look, decode)
    case 'screen': {
      const read = await (engines ??= loadEngines(setting.modelsFolder, setting.threads))
      const report = (step: 'decode' | 'upright' | 'read' | 'find', fraction: number): void => say({ say: 'step', id, step, fraction })
      return screenPage(task.bytes, task.page, decode, read, report, signal)
    }
    case 'mask': {
      const read = await (engines ??= loadEngines(setting.modelsFolder, setting.threads))
      return maskPage(task.bytes, task.page, task.boxes, decode, read, signal)
    }
  }
}

port.on('message', (message: ToWorker) => {
  if (message.say === 'cancel') {
    running.get(message.id)?.abort()
    return
  }
  const { id, task } = message
  const controller = new AbortController()
  running.set(id, controller)
  perform(id, task, controller.signal)
    .then((answer) => say({ say: 'done', id, answer }))
    .catch((error: unknown) => {
      if (error instanceof RefusedFile) say({ say: 'refused', id, reason: error.reason })
      else say({ say: 'failed', id, cancelled: controller.signal.aborted, message: error instanceof Error ? error.message : 'unknown' })
    })
    .finally(() => {
      running.delete(id)
      task.bytes.fill(0)
    })
})
