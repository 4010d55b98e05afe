// Holds a desk's database as another program would, until its parent kills it.
import { writeSync } from 'node:fs'
import { connect } from '../../../main/db/connection.ts'

const [file = ''] = process.argv.slice(2)
await connect(file)
writeSync(1, 'held\n')
setInterval(() => undefined, 1000)
