// A server on this machine that must hear nothing: whatever leaves the app by HTTP, WebSocket, a mere connection or UDP reaches it.
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'

export interface Listener {
  /** For both TCP and UDP. */
  port: number
  /** Connections and datagrams since the last time it was asked. */
  heard(): number
  close(): Promise<void>
}

/** Proves before it is used that it would hear. */
export async function listen(): Promise<Listener> {
  let count = 0
  const tcp = createServer((socket) => {
    count += 1
    socket.on('error', () => {})
    socket.end()
  })
  tcp.listen(0, '127.0.0.1')
  await once(tcp, 'listening')
  const address = tcp.address()
  if (address === null || typeof address === 'string') throw new Error('The server listens at no port.')
  const { port } = address
  const udp = createSocket('udp4', () => {
    count += 1
  })
  udp.bind(port, '127.0.0.1')
  await once(udp, 'listening')

  const heard = (): number => {
    const before = count
    count = 0
    return before
  }
  const probe = connect(port, '127.0.0.1')
  await once(probe, 'close')
  const datagram = once(udp, 'message')
  udp.send('probe', port, '127.0.0.1')
  await datagram
  if (heard() !== 2) throw new Error('The listening server does not hear.')

  return {
    port,
    heard,
    async close() {
      udp.close()
      tcp.close()
      await once(tcp, 'close')
    },
  }
}
