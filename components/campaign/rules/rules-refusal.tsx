import { ApiProblem } from '@/components/api/api-problem'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'

interface RulesRefusalProps {
  error: Error
  onReload: () => Promise<void>
}

export function RulesRefusal({ error, onReload }: RulesRefusalProps) {
  const isConflict = error instanceof ApiProblem && error.status === 409
  const issues = error instanceof ApiProblem ? error.issues : []
  return (
    <Callout
      live
      tone={isConflict ? 'warning' : 'danger'}
      title={
        isConflict ? 'Somebody changed this campaign meanwhile' : 'Rules and pairs were not saved'
      }
      actions={
        isConflict && (
          <Button size="sm" onClick={() => void onReload()}>
            Load the newest version
          </Button>
        )
      }
    >
      {isConflict
        ? 'Your last change was not saved, so that theirs is not lost. Load the newest version, look at it, and make the change again.'
        : error.message}
      {issues.length > 0 && (
        <ul className="list-disc pl-4">
          {issues.map(({ path, message }) => (
            <li key={`${path} ${message}`}>{message}</li>
          ))}
        </ul>
      )}
    </Callout>
  )
}
