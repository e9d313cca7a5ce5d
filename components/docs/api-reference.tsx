import { ChevronRight } from 'lucide-react'
import type { createDocument } from 'zod-openapi'
import { Logo } from '@/components/shell/logo'
import { listOperations, type Operation } from './list-operations'

type OpenApiDocument = ReturnType<typeof createDocument>

/** The OpenAPI document as a page a person can read, without any script. */
export function ApiReference({ document, origin }: { document: OpenApiDocument; origin: string }) {
  const groups = listOperations(document)
  return (
    <div className="mx-auto grid max-w-6xl gap-8 px-4 py-8 lg:grid-cols-[200px_minmax(0,1fr)]">
      <aside className="space-y-4 lg:sticky lg:top-8 lg:self-start">
        <Logo />
        <nav aria-label="Parts of the API">
          <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm lg:block lg:space-y-1">
            {groups.map(({ tag }) => (
              <li key={tag}>
                <a href={`#${tag}`} className="text-muted hover:text-foreground">
                  {titleOf(tag)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </aside>
      <main className="min-w-0 space-y-10">
        <header className="space-y-2">
          <h1 className="text-xl font-semibold">{document.info.title} API</h1>
          <p className="text-muted text-base">
            {document.info.description} The same as a document for machines:{' '}
            <a className="text-accent underline" href="/api/openapi">
              /api/openapi
            </a>
            .
          </p>
          <pre
            tabIndex={0}
            aria-label="Example"
            className="bg-subtle overflow-auto rounded-md p-3 font-mono text-xs"
          >
            {`curl -H 'authorization: Bearer int_…' ${origin}/api/v1/campaigns`}
          </pre>
          <p className="text-muted text-sm">
            Owners make keys under Settings → API keys, each with only what its machine needs.
          </p>
        </header>
        {groups.map(({ tag, operations }) => (
          <section key={tag} id={tag} className="space-y-3">
            <h2 className="text-lg font-semibold">{titleOf(tag)}</h2>
            {operations.map((operation) => (
              <OperationDetails
                key={`${operation.method} ${operation.path}`}
                operation={operation}
              />
            ))}
          </section>
        ))}
      </main>
    </div>
  )
}

function titleOf(tag: string): string {
  return `${tag.slice(0, 1).toUpperCase()}${tag.slice(1).replaceAll('-', ' ')}`.replace(
    /^Api/,
    'API',
  )
}

function OperationDetails({ operation }: { operation: Operation }) {
  return (
    <details className="group border-border bg-surface rounded-lg border text-sm">
      <summary className="hover:bg-subtle flex cursor-pointer list-none flex-wrap items-baseline gap-x-3 gap-y-1 rounded-lg px-4 py-3">
        <ChevronRight
          aria-hidden
          className="text-muted size-3.5 shrink-0 self-center transition-transform group-open:rotate-90"
        />
        <span className="w-14 shrink-0 font-mono text-xs font-semibold">{operation.method}</span>
        <code className="font-mono text-xs break-all">{operation.path}</code>
        <span className="text-muted">{operation.summary}</span>
      </summary>
      <div className="border-border space-y-4 border-t p-4">
        {operation.description && <p>{operation.description}</p>}
        {operation.parameters.length > 0 && (
          <div>
            <h3 className="mb-1 font-medium">Parameters</h3>
            <ul className="space-y-1">
              {operation.parameters.map((parameter) => (
                <li key={`${parameter.in} ${parameter.name}`}>
                  <code className="font-mono text-xs">{parameter.name}</code>{' '}
                  <span className="text-muted">
                    in the {parameter.in}
                    {parameter.isRequired ? ', required' : ''}. {parameter.description}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        )}
        {operation.schemas.map(({ title, json }) => (
          <div key={title}>
            <h3 className="mb-1 font-medium">{title}</h3>
            <pre
              tabIndex={0}
              aria-label={title}
              className="bg-subtle max-h-96 overflow-auto rounded-md p-3 font-mono text-xs"
            >
              {json}
            </pre>
          </div>
        ))}
      </div>
    </details>
  )
}
