import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'vitest'
import { projectRoot } from '@/scripts/bootstrap/project.mjs'

const folder = path.join(projectRoot, '../shared/fixtures')

/**
 * Tests on real material, read where it lies: `at` is a file or folder of ../shared/fixtures. In a
 * checkout without it, one skipped test says what is missing, and `define` is not called.
 */
export function describeFixtures(name: string, at: string, define: () => void): void {
  describe(name, () => {
    if (hasFixture(at)) define()
    else it.skip(`needs ../shared/fixtures/${at}`, () => undefined)
  })
}

export function hasFixture(at: string): boolean {
  return existsSync(fixturePath(at))
}

export function fixturePath(at: string): string {
  return path.join(folder, at)
}

/** A JSON file, taken at its word: what it holds is part of the test. */
export function readFixture<T>(file: string): T {
  return JSON.parse(readFileSync(fixturePath(file), 'utf8')) as T
}
