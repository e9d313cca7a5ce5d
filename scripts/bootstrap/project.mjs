import path from 'node:path'

/** The checkout's root: every path of the scripts is resolved from here, whatever the caller's folder. */
export const projectRoot = path.resolve(import.meta.dirname, '../..')

/** The Node that the project pins as a dependency; it exists after the first install only. */
export const projectNode = path.join(projectRoot, 'node_modules/node/bin/node')
