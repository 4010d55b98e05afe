// Stops an old Node with one sentence before any other file of the commands is used.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `This project needs Node 20.19 or newer; this is ${process.versions.node}. Install a newer one from nodejs.org or your package registry.\n`,
  )
  process.exit(1)
}
