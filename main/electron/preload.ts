// The only bridge from the page to main: one way to call, one way to hear news. It holds no logic and no paths.
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { DeskBridge } from '../../shared/ipc/contract.ts'
import { callChannel, eventChannel } from './channels.ts'

const bridge: DeskBridge = {
  call: (name, request) => ipcRenderer.invoke(callChannel, name, request),
  on: (name, listener) => {
    const hear = (_event: IpcRendererEvent, heard: unknown, body: Parameters<typeof listener>[0]): void => {
      if (heard === name) listener(body)
    }
    ipcRenderer.on(eventChannel, hear)
    return () => ipcRenderer.off(eventChannel, hear)
  },
}

contextBridge.exposeInMainWorld('desk', bridge)
