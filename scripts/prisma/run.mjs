// The Prisma CLI with our schema engine: `node scripts/prisma/run.mjs migrate deploy`.
import { spawn } from 'node:child_process'
import path from 'node:path'

const projectRoot = path.resolve(import.meta.dirname, '../..')
const binaries = path.join(projectRoot, 'node_modules/.bin')
const cli = path.join(projectRoot, 'node_modules/prisma/build/index.js')

const child = spawn(process.execPath, [cli, ...process.argv.slice(2)], {
  cwd: projectRoot,
  stdio: 'inherit',
  env: {
    ...process.env,
    // The engine is started by its first line, `env node`: it must find the project's Node.
    PATH: `${binaries}${path.delimiter}${process.env.PATH}`,
    PRISMA_SCHEMA_ENGINE_BINARY: path.join(import.meta.dirname, 'schema-engine.mjs'),
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.once('exit', (code) => process.exit(code ?? 1))
