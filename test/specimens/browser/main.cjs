// The Electron side of the specimen renderer: draws one page of HTML after another and hands back pixels and the places of its marks.
'use strict'
const { createInterface } = require('node:readline')
const { join } = require('node:path')
const { writeFile } = require('node:fs/promises')
const { app, BrowserWindow } = require('electron')

app.disableHardwareAcceleration()
app.commandLine.appendSwitch('force-color-profile', 'srgb')
// The same strokes on every machine: neither its subpixels nor its hinting.
app.commandLine.appendSwitch('disable-lcd-text')
app.commandLine.appendSwitch('font-render-hinting', 'none')

// Whoever asked is gone: without this the broken pipe opens an error box that nobody closes, and Electron stays.
process.stdout.on('error', () => app.exit(1))

// One line of JSON in, one out: { fonts } once, then { id, html, widthMm, heightMm, dpi, to } per page.
app
  .whenReady()
  .then(serve)
  .catch((error) => {
    process.stderr.write(`${error}\n`)
    app.exit(1)
  })

async function serve() {
  const window = new BrowserWindow({
    show: false,
    width: 800,
    height: 1130,
    // A hidden window paints nothing and its screenshot never comes; an off-screen one paints in memory.
    webPreferences: { offscreen: true, sandbox: true, contextIsolation: true, backgroundThrottling: false },
  })
  window.webContents.setFrameRate(60)
  await window.loadFile(join(__dirname, 'page.html'))
  window.webContents.debugger.attach('1.3')
  for await (const line of createInterface({ input: process.stdin })) {
    const order = JSON.parse(line)
    try {
      say(order.fonts ? await takeFonts(window, order.fonts) : await draw(window, order))
    } catch (error) {
      say({ id: order.id ?? null, error: String(error) })
    }
  }
  app.quit()
}

function say(answer) {
  process.stdout.write(`${JSON.stringify(answer)}\n`)
}

async function takeFonts(window, fonts) {
  const rules = fonts
    .map(({ family, weight, url }) => `@font-face{font-family:"${family}";font-weight:${weight};src:url("${url}")}`)
    .join('')
  await window.webContents.insertCSS(rules)
  return { ready: true }
}

async function draw(window, { id, html, widthMm, heightMm, dpi, to }) {
  const scale = dpi / 96
  // Whole pixels, so that an A4 page at 300 dpi is 2480 × 3508 and not one more.
  const width = Math.round((widthMm / 25.4) * dpi)
  const height = Math.round((heightMm / 25.4) * dpi)
  const send = (method, params) => window.webContents.debugger.sendCommand(method, params)
  await send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false })
  const { marks, speech } = await window.webContents.executeJavaScript(
    `(${layOut.toString()})(${JSON.stringify(html)}, ${scale})`,
  )
  const { data } = await send('Page.captureScreenshot', {
    format: 'png',
    optimizeForSpeed: true,
    clip: { x: 0, y: 0, width, height, scale: 1 },
  })
  await writeFile(to, Buffer.from(data, 'base64'))
  return { id, width, height, marks, speech }
}

// Runs in the page. A mark's box is that of its ink's line, or of its own element where it holds no text.
async function layOut(html, scale) {
  const sheet = document.getElementById('sheet')
  const pen = document.createElement('canvas').getContext('2d')
  sheet.style.transform = `scale(${scale})`
  sheet.innerHTML = html
  const families = new Set([...sheet.querySelectorAll('*')].map((element) => getComputedStyle(element).font))
  await Promise.all([...families].map((font) => document.fonts.load(font, '本A')))
  for (const element of sheet.querySelectorAll('[data-fit]')) shrink(element)
  const marks = [...sheet.querySelectorAll('[data-field],[data-label]')].map((element) => {
    const box = inkOf(element)
    return {
      field: element.dataset.field ?? element.dataset.label,
      role: element.dataset.field === undefined ? 'label' : 'value',
      text: element.textContent.trim(),
      person: Number(element.dataset.person ?? 0),
      isCode: element.dataset.code !== undefined,
      box,
    }
  })
  const said = [...sheet.querySelectorAll('[data-said]')].map((element) => ({
    what: element.dataset.said,
    text: element.textContent.trim(),
  }))
  return { marks, speech: { print: sheet.textContent, said } }

  // A line's box is taller than its print and would reach into the neighbour row: trimmed to the ink by the font's own measures.
  function inkOf(element) {
    const range = document.createRange()
    range.selectNodeContents(element)
    const line = range.getBoundingClientRect()
    if (line.width === 0 || element.textContent.trim() === '') {
      const { x, y, width, height } = element.getBoundingClientRect()
      return [x, y, width, height]
    }
    const style = getComputedStyle(element)
    const em = parseFloat(style.fontSize) * scale
    if (style.writingMode !== 'horizontal-tb') return [line.x + (line.width - em) / 2, line.y, em, line.height]
    pen.font = style.font
    const text = pen.measureText(element.textContent.trim())
    const above = (text.fontBoundingBoxAscent - text.actualBoundingBoxAscent) * scale
    const below = (text.fontBoundingBoxDescent - text.actualBoundingBoxDescent) * scale
    return [line.x, line.y + above, line.width, line.height - above - below]
  }

  function shrink(element) {
    const isVertical = getComputedStyle(element).writingMode !== 'horizontal-tb'
    for (let step = 0; step < 30; step++) {
      const overflows = isVertical
        ? element.scrollHeight > element.clientHeight + 1
        : element.scrollWidth > element.clientWidth + 1
      if (!overflows) return
      element.style.fontSize = `${parseFloat(getComputedStyle(element).fontSize) * 0.95}px`
    }
  }
}
