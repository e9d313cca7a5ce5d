import { globSync } from 'node:fs'
import path from 'node:path'
import { format, resolveConfig } from 'prettier'

const ROUTES = [
  'app/api/v1/**/route.ts',
  'app/api/feeds/**/route.ts',
  'app/api/sources/**/route.ts',
]

/** Source text of app/api/openapi/route-table.ts for the route files that exist under `root`. */
export async function renderRouteTable(root: string): Promise<string> {
  const files = globSync(ROUTES, { cwd: root })
    .map((file) => file.split(path.sep).join('/'))
    .toSorted()
  const routes = files.map((file) => {
    const urlPath = `/${path.posix.dirname(file).slice('app/'.length)}`
    return {
      module: file.replace(/\.ts$/, ''),
      urlPath: urlPath.replace(/\[(\w+)\]/g, '{$1}'),
      name: nameOf(urlPath),
    }
  })
  const source = [
    '// Written by `npm run routes`; a test tells when it is behind.',
    "import type { RouteTable } from '@/lib/http/openapi-document'",
    ...routes.map(({ name, module }) => `import * as ${name} from '@/${module}'`),
    '',
    '/** Every route declared with route(), by its path. */',
    'export const ROUTE_TABLE: RouteTable = {',
    ...routes.map(({ name, urlPath }) => `  '${urlPath}': ${name},`),
    '}',
    '',
  ].join('\n')
  return format(source, {
    ...(await resolveConfig(path.join(root, 'app/x.ts'))),
    parser: 'typescript',
  })
}

/** `/api/v1/api-keys/[apiKeyId]` → `apiKeysApiKeyId`. */
function nameOf(urlPath: string): string {
  const words = urlPath
    .replace(/^\/api\/(v1\/)?/, '')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
  const prefix = urlPath.startsWith('/api/v1/') ? [] : ['push']
  return [...prefix, ...words]
    .map((word, index) => (index === 0 ? word : word.slice(0, 1).toUpperCase() + word.slice(1)))
    .join('')
}
