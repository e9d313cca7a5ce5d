import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'esbuild'
import { TAG_SCRIPTS, type TagScript } from './tag-scripts'

const sourceFolder = import.meta.dirname
/** Bundles one script for every browser of the last years (ES2020), as small as it gets. */
export async function bundleTag(name: TagScript): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(sourceFolder, `${name}.ts`)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    legalComments: 'none',
  })
  const text = outputFiles[0]?.text
  if (!text) throw new Error(`esbuild made nothing of ${name}.ts`)
  return text
}

/** Writes all scripts into a folder. */
export async function buildTags(folder: string): Promise<void> {
  for (const name of TAG_SCRIPTS) {
    await writeFile(path.join(folder, `${name}.js`), await bundleTag(name))
  }
}

if (process.argv[1] === import.meta.filename) {
  await buildTags(path.resolve(sourceFolder, '../../public'))
}
