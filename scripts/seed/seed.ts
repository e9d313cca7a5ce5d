import path from 'node:path'
import { parseArgs } from 'node:util'
import { getDatabase } from '@/lib/db/client'
import { getEnv } from '@/lib/env'
import { projectRoot } from '@/scripts/bootstrap/project.mjs'
import { onProgramEnd, runProgram } from '@/scripts/process/program'
import { demoAccessFile } from '@/scripts/studio/demo-access'
import { readAccess, writeAccess } from './access-file'
import { findDemoOwner, moveLandingPage, removeHalfSeed, restoreAccess } from './keep-demo'
import { seedDemo } from './seed-demo'

// Brings the demonstration workspace into the database, once, and writes how to reach it to --out.
runProgram(async () => {
  const { values } = parseArgs({ options: { out: { type: 'string', default: demoAccessFile } } })
  const file = path.resolve(projectRoot, values.out)
  const publicUrl = getEnv().PUBLIC_URL
  const db = getDatabase()
  onProgramEnd(() => db.$disconnect())

  const owner = await findDemoOwner(db)
  if (!owner) {
    await removeHalfSeed(db)
    writeAccess(file, await seedDemo(db, { publicUrl, nowMs: Date.now() }))
    console.log('Seeded the demonstration workspace.')
    return 0
  }
  const known = readAccess(file)
  if (known?.workspaceId !== owner.workspaceId) {
    writeAccess(file, await restoreAccess(db, owner, publicUrl))
    console.log('Made a new password for the demonstration workspace.')
    return 0
  }
  if (known.url !== publicUrl) {
    await moveLandingPage(db, owner, known, publicUrl)
    writeAccess(file, { ...known, url: publicUrl })
  }
  console.log('The demonstration workspace is there already.')
  return 0
})
