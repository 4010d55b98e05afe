// What the window cannot do, tried out from inside it: go elsewhere, reach out, ask for more, call what is not its to call.
import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { calls, type CallName } from '../../shared/ipc/contract.ts'
import { permissions } from '../../shared/ipc/permissions.ts'
import { roles, type Role } from '../../shared/roles.ts'
import { juminhyo, secrets } from '../back-room/mail.ts'
import { startApp, type App } from './app.ts'
import { ask } from './bridge.ts'
import { listen, type Listener } from './listener.ts'
import { inboxScreen } from './screens/inbox.ts'
import { doorScreen, type Account } from './screens/door.ts'
import { reviewScreen } from './screens/review.ts'
import { administrator, call, drop, refusal, signIn, staffDesk, until } from './shortcuts.ts'
import { tracesIn } from './traces.ts'
import { w } from './words.ts'

const callNames = z.array(z.custom<CallName>((name) => typeof name === 'string' && Object.hasOwn(calls, name)))
const ownPage = 'privacy-desk://app/index.html'
const names = callNames.parse(Object.keys(calls))

function accountOf(role: Role): Account {
  if (role === 'administrator') return administrator
  return { loginName: `only-${role}`, displayName: `${role}のひと`, password: 'specimen-password-2026' }
}

let outside: string
let home: string
let listener: Listener
let app: App

beforeAll(async () => {
  outside = await mkdtemp(join(tmpdir(), 'privacy-desk-security-'))
  home = join(outside, 'home')
  await mkdir(home)
  // Made by somebody who let everybody look into it.
  await mkdir(join(outside, 'データ'), { mode: 0o755 })
  listener = await listen()
  app = await startApp({
    dataFolder: join(outside, 'データ'),
    environment: { HOME: home, XDG_CONFIG_HOME: '', XDG_CACHE_HOME: '', XDG_DATA_HOME: '' },
  })
})

afterAll(async () => {
  await app.close()
  await listener.close()
  await rm(outside, { recursive: true, force: true })
})

/** How often the app says that it refused somebody to go elsewhere. */
async function navigationsRefused(): Promise<number> {
  const log = await readFile(join(app.dataFolder, 'log', 'desk.log'), 'utf8').catch(() => '')
  return log.split('"event":"navigation-refused"').length - 1
}

/** What it must be whatever the page tried. */
const atHome = { url: ownPage, windows: 1, isAnswered: true, heard: 0 }

async function whereItIs(): Promise<typeof atHome> {
  const { ok } = await call(app.page, 'session.state', {})
  return { url: app.page.url(), windows: app.electron.windows().length, isAnswered: ok, heard: listener.heard() }
}

describe('the window goes nowhere', () => {
  const ways: Record<string, (target: string) => void> = {
    'by location': (target) => {
      location.href = target
    },
    'by window.open': (target) => {
      if (window.open(target) !== null) throw new Error('A window was opened.')
    },
    'by a link': (target) => {
      const link = Object.assign(document.createElement('a'), { href: target })
      document.body.append(link)
      link.click()
      link.remove()
    },
    'by a link to a new window': (target) => {
      const link = Object.assign(document.createElement('a'), { href: target, target: '_blank' })
      document.body.append(link)
      link.click()
      link.remove()
    },
    'by meta refresh': (target) => {
      const meta = document.createElement('meta')
      meta.httpEquiv = 'refresh'
      meta.content = `0;url=${target}`
      document.head.append(meta)
      meta.remove()
    },
  }
  test.for(Object.entries(ways))('%s', async ([, go]) => {
    const before = await navigationsRefused()
    await app.page.evaluate(go, `http://127.0.0.1:${listener.port}/`)
    await expect.poll(navigationsRefused, { timeout: 20_000 }).toBe(before + 1)
    expect(await whereItIs()).toEqual(atHome)
  })

  test('nor to a file or a page made of data', async () => {
    for (const target of ['file:///etc/hostname', 'data:text/html,hello', 'privacy-desk://paper/1']) {
      await app.page.evaluate((url) => {
        location.href = url
      }, target)
      await app.page.evaluate((url) => window.open(url), target)
      expect(await whereItIs()).toEqual(atHome)
    }
  })

  test('nor for long to a blank page, which nobody can refuse', async () => {
    const leaves = app.page.waitForEvent('framenavigated')
    await app.page.evaluate(() => {
      location.href = 'about:blank'
    })
    await leaves
    await app.page.waitForURL(ownPage)
    await app.page.getByRole('heading', { name: w.door.setUpTitle }).waitFor()
    expect(await whereItIs()).toEqual(atHome)
  })

  test('by a form', async () => {
    await app.page.evaluate((target) => {
      const form = Object.assign(document.createElement('form'), { action: target, method: 'post' })
      document.body.append(form)
      form.submit()
      form.remove()
    }, `http://127.0.0.1:${listener.port}/`)
    expect(await whereItIs()).toEqual(atHome)
  })

  test('and embeds nothing', async () => {
    const targets = [
      `http://127.0.0.1:${listener.port}/`,
      'file:///etc/hostname',
      'privacy-desk://app/index.html',
      'data:text/html,hello',
    ]
    await app.page.evaluate(async (urls) => {
      for (const url of urls) {
        const frame = document.createElement('iframe')
        const over = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
        frame.src = url
        document.body.append(frame)
        // A refused file never ends loading; the others end on an error page.
        if (!url.startsWith('file:')) await over
      }
      for (const tag of ['object', 'embed'] as const) {
        const element = document.createElement(tag)
        element.setAttribute(tag === 'object' ? 'data' : 'src', urls[0] ?? '')
        document.body.append(element)
        element.remove()
      }
    }, targets)
    const [main, ...embedded] = app.page.frames().map((frame) => frame.url())
    expect(main).toBe(ownPage)
    expect(embedded).toHaveLength(targets.length)
    expect(embedded.filter((url) => url !== '' && !url.startsWith('chrome-error:'))).toEqual([])
    await app.page.evaluate(() => {
      for (const frame of document.querySelectorAll('iframe')) frame.remove()
    })
    expect(await whereItIs()).toEqual(atHome)
  })

  test('and a webview is an element like any other', async () => {
    const kind = await app.page.evaluate((target) => {
      const view = document.createElement('webview')
      view.setAttribute('src', target)
      document.body.append(view)
      const found = typeof Reflect.get(view, 'getWebContentsId')
      view.remove()
      return found
    }, `http://127.0.0.1:${listener.port}/`)
    expect(kind).toBe('undefined')
    expect(await whereItIs()).toEqual(atHome)
  })
})

describe('the window reaches nothing', () => {
  /** Each resolves with what it got, or throws. */
  const ways: Record<string, (origin: string) => Promise<unknown>> = {
    fetch: (origin) => fetch(origin).then(() => 'answered'),
    'fetch without looking': (origin) => fetch(origin, { mode: 'no-cors' }).then(() => 'answered'),
    'fetch of a file': () => fetch('file:///etc/hostname').then(() => 'answered'),
    XMLHttpRequest: (origin) =>
      new Promise((resolve, reject) => {
        const request = new XMLHttpRequest()
        request.addEventListener('load', resolve)
        request.addEventListener('error', reject)
        request.open('GET', origin)
        request.send()
      }),
    WebSocket: (origin) =>
      new Promise((resolve, reject) => {
        const socket = new WebSocket(origin.replace('http', 'ws'))
        socket.addEventListener('open', resolve)
        socket.addEventListener('error', reject)
      }),
    EventSource: (origin) =>
      new Promise((resolve, reject) => {
        const source = new EventSource(origin)
        source.addEventListener('open', resolve)
        source.addEventListener('error', reject)
      }),
    picture: (origin) =>
      new Promise((resolve, reject) => {
        Object.assign(new Image(), { onload: resolve, onerror: reject }).src = `${origin}/picture.png`
      }),
    'picture in a file': () =>
      new Promise((resolve, reject) => {
        Object.assign(new Image(), { onload: resolve, onerror: reject }).src =
          'file:///usr/share/pixmaps/debian-logo.png'
      }),
    script: (origin) =>
      new Promise((resolve, reject) => {
        const script = Object.assign(document.createElement('script'), {
          onload: resolve,
          onerror: reject,
          src: `${origin}/a.js`,
        })
        document.head.append(script)
        script.remove()
      }),
    'script in the page': () =>
      new Promise((resolve, reject) => {
        const script = document.createElement('script')
        script.textContent = 'window.ranInline = true'
        document.head.append(script)
        script.remove()
        if (Reflect.has(window, 'ranInline')) resolve('ran')
        else reject(new Error('refused'))
      }),
    'style sheet': (origin) =>
      new Promise((resolve, reject) => {
        const attributes = { rel: 'stylesheet', href: `${origin}/a.css`, onload: resolve, onerror: reject }
        const link = Object.assign(document.createElement('link'), attributes)
        document.head.append(link)
      }),
    font: (origin) => new FontFace('elsewhere', `url(${origin}/a.ttf)`).load(),
    worker: (origin) =>
      new Promise((resolve, reject) => {
        const worker = new Worker(`${origin}/a.js`)
        worker.addEventListener('message', resolve)
        worker.addEventListener('error', reject)
      }),
    'worker made of text': () =>
      new Promise((resolve, reject) => {
        const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])))
        worker.addEventListener('message', resolve)
        worker.addEventListener('error', reject)
      }),
    'service worker': () => navigator.serviceWorker.register('/assets/worker.js'),
    // Only what runs of itself is under the page's policy: an evaluation from outside may evaluate.
    'code from text': () =>
      new Promise((resolve, reject) => {
        setTimeout(() => {
          try {
            resolve(Reflect.construct(Function, ['return 1']))
          } catch (error) {
            reject(error instanceof Error ? error : new Error('refused'))
          }
        })
      }),
  }
  test.for(Object.entries(ways))('%s', async ([, reach]) => {
    await expect(app.page.evaluate(reach, `http://127.0.0.1:${listener.port}`)).rejects.toThrow('page.evaluate:')
    expect(listener.heard()).toBe(0)
  })

  test('not even a connection or a greeting', async () => {
    await app.page.evaluate((origin) => {
      for (const rel of ['preconnect', 'dns-prefetch', 'prefetch', 'preload', 'modulepreload', 'icon', 'manifest']) {
        document.head.append(Object.assign(document.createElement('link'), { rel, href: origin, as: 'script' }))
      }
      navigator.sendBeacon(origin, 'secret')
    }, `http://127.0.0.1:${listener.port}`)
    expect(await whereItIs()).toEqual(atHome)
  })

  test('nor by a call between browsers', async () => {
    await app.page.evaluate(async (port) => {
      const here = `127.0.0.1:${port}`
      for (const urls of [`stun:${here}`, `turn:${here}?transport=udp`, `turn:${here}?transport=tcp`]) {
        const connection = new RTCPeerConnection({ iceServers: [{ urls, username: 'u', credential: 'c' }] })
        const gathered = new Promise<void>((resolve) => {
          connection.addEventListener('icegatheringstatechange', () => {
            if (connection.iceGatheringState === 'complete') resolve()
          })
        })
        connection.createDataChannel('secret')
        await connection.setLocalDescription(await connection.createOffer())
        await gathered
        connection.close()
      }
    }, listener.port)
    expect(await whereItIs()).toEqual(atHome)
  })

  test('and below the page’s own policy the session refuses as well', async () => {
    const origins = [`http://127.0.0.1:${listener.port}/`, 'https://example.invalid/']
    const outcomes = await app.electron.evaluate(async ({ session }, urls) => {
      const tried = urls.map((url) => session.fromPartition('privacy-desk').fetch(url))
      return (await Promise.allSettled(tried)).map(({ status }) => status)
    }, origins)
    expect(outcomes).toEqual(['rejected', 'rejected'])
    expect(listener.heard()).toBe(0)
  })

  test('the app’s own address hands out the renderer alone', async () => {
    const paths = [
      'index.html',
      '..%2ffonts%2fBIZUDGothic_400Regular.ttf',
      '%2e%2e/fonts/BIZUDGothic_400Regular.ttf',
      '../package.json',
      'no-such.js',
    ]
    const codes = await app.electron.evaluate(async ({ session }, wanted) => {
      const own = session.fromPartition('privacy-desk')
      const answers = await Promise.all(wanted.map((path) => own.fetch(`privacy-desk://app/${path}`)))
      return answers.map(({ status }) => status)
    }, paths)
    expect(codes).toEqual([200, 404, 404, 404, 404])
  })
})

describe('the window gets nothing', () => {
  test('no permission', async () => {
    const asked = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'clipboard-read',
      'clipboard-write',
      'midi',
    ] as const
    const found = await app.page.evaluate(async (list) => {
      const states: string[] = []
      for (const name of list) {
        // The compiler knows fewer names than Chromium does.
        const answer: unknown = Reflect.apply(navigator.permissions.query, navigator.permissions, [{ name }])
        const state = await answer
        states.push(state instanceof PermissionStatus ? state.state : 'unknown')
      }
      return states
    }, asked)
    expect(found).toEqual(asked.map(() => 'denied'))
  })

  const asking: Record<string, () => Promise<unknown>> = {
    place: () =>
      new Promise((resolve, reject) =>
        navigator.geolocation.getCurrentPosition(resolve, (why) => reject(new Error(why.message))),
      ),
    'camera and microphone': () => navigator.mediaDevices.getUserMedia({ audio: true, video: true }),
    screen: () => navigator.mediaDevices.getDisplayMedia(),
    'clipboard to read': () => navigator.clipboard.readText(),
    'clipboard to write': () => navigator.clipboard.writeText('secret'),
    notifications: async () => {
      const answer = await Notification.requestPermission()
      if (answer !== 'granted') throw new Error(answer)
    },
    'MIDI devices': () => navigator.requestMIDIAccess(),
  }
  test.for(Object.entries(asking))('%s', async ([, request]) => {
    await expect(app.page.evaluate(request)).rejects.toThrow(/denied|not allowed|not supported|device not found/i)
  })

  test('no download', async () => {
    const isPrevented = app.electron.evaluate(
      ({ session }) =>
        new Promise<boolean>((resolve) => {
          session.fromPartition('privacy-desk').once('will-download', (event) => resolve(event.defaultPrevented))
        }),
    )
    await app.page.evaluate(() => {
      const href = URL.createObjectURL(new Blob(['secret']))
      const link = Object.assign(document.createElement('a'), { href, download: 'secret.txt' })
      document.body.append(link)
      link.click()
      link.remove()
    })
    expect(await isPrevented).toBe(true)
  })

  test('no Node, and of the app two functions', async () => {
    const seen = await app.page.evaluate(() => ({
      node: ['process', 'require', 'module', 'exports', 'Buffer', '__dirname', 'global', 'ipcRenderer'].filter((name) =>
        Reflect.has(globalThis, name),
      ),
      bridge: Object.entries(Reflect.get(window, 'desk')).map(([name, value]) => `${name}: ${typeof value}`),
      isFixed: !Reflect.set(window, 'desk', {}) && !Reflect.deleteProperty(window, 'desk'),
    }))
    expect(seen).toEqual({ node: [], bridge: ['call: function', 'on: function'], isFixed: true })
  })

  test('no developer tools', async () => {
    const isOpen = await app.electron.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      contents?.openDevTools()
      return contents?.isDevToolsOpened()
    })
    expect(isOpen).toBe(false)
  })
})

describe('the door', () => {
  test.for(['no.such.call', '', '__proto__', 'constructor', 'toString', 7, { name: 'session.state' }])(
    'knows no call %j',
    async (name) => {
      const crossing = await app.page.evaluate((called) => Reflect.get(window, 'desk').call(called, {}), name)
      expect(crossing).toEqual({ ok: false, code: 'bad-request', detail: {}, id: null })
    },
  )

  test('refuses what has another shape', async () => {
    const shapes: unknown[] = [
      null,
      undefined,
      'text',
      [],
      {},
      { loginName: 7, password: 'x' },
      { loginName: 'a', password: { $ne: '' } },
    ]
    for (const shape of shapes) expect(await refusal(app.page, 'session.signIn', shape)).toBe('bad-request')
  })

  test('refuses everything but the way in before anybody has signed in', async () => {
    const closed = names.filter((name) => permissions[name] !== 'anyone')
    expect(closed.length).toBeGreaterThan(40)
    for (const name of closed) expect(`${name} ${await refusal(app.page, name)}`).toBe(`${name} not-signed-in`)
  })

  test('does not let an iframe call', async () => {
    const bridges = await app.page.evaluate(() => {
      const frame = document.createElement('iframe')
      document.body.append(frame)
      const found = [
        typeof Reflect.get(frame.contentWindow ?? {}, 'desk'),
        typeof Reflect.get(frame.contentWindow ?? {}, 'require'),
      ]
      frame.remove()
      return found
    })
    expect(bridges).toEqual(['undefined', 'undefined'])
  })

  test('does not answer another window, whatever it shows', async () => {
    const answers = await app.electron.evaluate(async ({ app: running, BrowserWindow, session }, own) => {
      const preload = `${running.getAppPath()}/build/main/preload.cjs`
      const given = []
      for (const url of [own, 'data:text/html,hello']) {
        const window = new BrowserWindow({
          show: false,
          webPreferences: {
            preload,
            session: session.fromPartition('privacy-desk'),
            sandbox: true,
            contextIsolation: true,
          },
        })
        await window.loadURL(url)
        given.push(await window.webContents.executeJavaScript("window.desk.call('session.state', {})"))
        window.destroy()
      }
      return given
    }, ownPage)
    const refused = { ok: false, code: 'not-allowed', detail: {}, id: null }
    expect(answers).toEqual([refused, refused])
  })

  test('refuses every role what is not its own', async () => {
    await staffDesk(
      app.page,
      roles.filter((role) => role !== 'administrator').map((role) => Object.assign(accountOf(role), { roles: [role] })),
    )
    for (const role of roles) {
      await signIn(app.page, accountOf(role))
      const foreign = names.filter((name) => {
        const permission: (typeof permissions)[CallName] = permissions[name]
        return typeof permission !== 'string' && !permission.some((one) => one === role)
      })
      expect(foreign.length).toBeGreaterThan(3)
      for (const name of foreign)
        expect(`${role} ${name} ${await refusal(app.page, name)}`).toBe(`${role} ${name} not-allowed`)
      await ask(app.page, 'session.lock', {})
    }
  })
})

describe('afterwards', () => {
  test('nothing lies outside the data folder, and no picture of a page inside it', async () => {
    // Playwright still waits for a navigation that was refused.
    await app.page.reload()
    await doorScreen(app.page).signIn(accountOf('clerk'))
    await doorScreen(app.page).signedIn()
    const id = await drop(app.page, 'page.jpg', await juminhyo())
    await until(
      () => ask(app.page, 'scans.get', { id }),
      ({ stage }) => stage !== 'received',
    )
    await inboxScreen(app.page).open()
    await inboxScreen(app.page).review('page.jpg')
    await reviewScreen(app.page).pictureShown()

    const { pid } = app.electron.process()
    await app.electron.close()
    expect(await readdir(home, { recursive: true })).toEqual([])
    expect((await readdir(outside)).sort()).toEqual(['home', 'データ'].sort())
    expect(await tracesIn(app.dataFolder, ['page.jpg', ...secrets])).toEqual([])
    expect((await stat(app.dataFolder)).mode & 0o777).toBe(0o700)
    expect((await readdir('/dev/shm')).filter((name) => name.endsWith(`-${pid}`))).toEqual([])
  })
})
