import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form'

interface FormIssue {
  path?: string | readonly (string | number)[]
  message: string
}

/** Puts the issues of a refused request beside their fields, the rest above the form. */
export function setFormIssues<Input extends FieldValues, Output>(
  form: UseFormReturn<Input, unknown, Output>,
  issues: readonly FormIssue[],
): void {
  const loose: string[] = []
  for (const { path = '', message } of issues) {
    const parts = typeof path === 'string' ? path.split(/[./[\]]+/).filter(Boolean) : path
    if (parts.length > 0 && String(parts[0]) in form.getValues()) {
      form.setError(parts.join('.') as FieldPath<Input>, { message }, { shouldFocus: true })
    } else loose.push(message)
  }
  if (loose.length > 0) form.setError('root', { message: loose.join(' ') })
}
