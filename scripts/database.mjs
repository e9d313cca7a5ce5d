import { startProgram } from './bootstrap/start-program.mjs'

await startProgram('database/database-command.ts')
