import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { projectRoot } from '@/scripts/bootstrap/project.mjs'
import { ProgramError } from '@/scripts/process/program'

const demoAccessSchema = z.object({
  email: z.string(),
  password: z.string(),
  placementId: z.string(),
})

/** How to reach the demonstration workspace, as its seed wrote it down. */
export type DemoAccess = z.infer<typeof demoAccessSchema>

export const demoAccessFile = '.intarsia/demo.json'

export function readDemoAccess(file: string): DemoAccess {
  const absolute = path.join(projectRoot, file)
  if (!existsSync(absolute)) throw new ProgramError(`The seed did not write ${file}.`)
  return demoAccessSchema.parse(JSON.parse(readFileSync(absolute, 'utf8')))
}
