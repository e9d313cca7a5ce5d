import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { renderRouteTable } from './render-route-table'

const root = path.resolve(import.meta.dirname, '../..')
const file = path.join(root, 'app/api/openapi/route-table.ts')
writeFileSync(file, await renderRouteTable(root))
console.log(`wrote ${path.relative(root, file)}`)
