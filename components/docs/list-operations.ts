import type { createDocument } from 'zod-openapi'
import { z } from 'zod'

type OpenApiDocument = ReturnType<typeof createDocument>

export interface Operation {
  method: string
  path: string
  summary: string
  description: string
  parameters: { name: string; in: string; isRequired: boolean; description: string }[]
  schemas: { title: string; json: string }[]
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const

const contentSchema = z.record(z.string(), z.object({ schema: z.unknown() })).optional()
const operationSchema = z.object({
  summary: z.string().default(''),
  description: z.string().default(''),
  tags: z.array(z.string()).default([]),
  parameters: z
    .array(
      z.object({
        name: z.string(),
        in: z.string(),
        required: z.boolean().default(false),
        description: z.string().default(''),
      }),
    )
    .default([]),
  requestBody: z.object({ content: contentSchema }).optional(),
  responses: z
    .record(z.string(), z.object({ description: z.string(), content: contentSchema }))
    .default({}),
})

/** The operations of an OpenAPI document, grouped by their first tag. */
export function listOperations(
  document: OpenApiDocument,
): { tag: string; operations: Operation[] }[] {
  const groups = new Map<string, Operation[]>()
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const method of METHODS) {
      const parsed = operationSchema.safeParse(item[method])
      if (!parsed.success) continue
      const tag = parsed.data.tags[0] ?? 'other'
      groups.set(tag, [
        ...(groups.get(tag) ?? []),
        toOperation(method.toUpperCase(), path, parsed.data),
      ])
    }
  }
  return [...groups].map(([tag, operations]) => ({ tag, operations }))
}

function toOperation(
  method: string,
  path: string,
  operation: z.infer<typeof operationSchema>,
): Operation {
  const bodies = Object.entries(operation.requestBody?.content ?? {}).map(([type, { schema }]) => ({
    title: `Request body (${type})`,
    json: JSON.stringify(schema, null, 2),
  }))
  const answers = Object.entries(operation.responses).flatMap(([status, response]) =>
    status === 'default'
      ? []
      : Object.entries(response.content ?? {}).map(([type, { schema }]) => ({
          title: `Answer ${status} (${type})`,
          json: JSON.stringify(schema, null, 2),
        })),
  )
  return {
    method,
    path,
    summary: operation.summary,
    description: operation.description,
    parameters: operation.parameters.map(({ required, ...parameter }) => ({
      ...parameter,
      isRequired: required,
    })),
    schemas: [...bodies, ...answers],
  }
}
