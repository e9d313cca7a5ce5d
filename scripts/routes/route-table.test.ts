import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { renderRouteTable } from './render-route-table'

const root = path.resolve(import.meta.dirname, '../..')

it('names every route file (run `npm run routes` when it does not)', async () => {
  const written = readFileSync(path.join(root, 'app/api/openapi/route-table.ts'), 'utf8')
  expect(written).toBe(await renderRouteTable(root))
})
