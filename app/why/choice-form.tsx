import { buttonStyle } from '@/components/ui/button-style'

interface ChoiceFormProps {
  token: string
  visitor: string
  isOut: boolean
  isKnownVisitor: boolean
}

export function ChoiceForm({ token, visitor, isOut, isKnownVisitor }: ChoiceFormProps) {
  const reach = isKnownVisitor ? 'for you, on every device' : 'in this browser'
  return (
    <form
      method="post"
      action="/api/privacy/opt-out"
      className="flex flex-wrap items-center justify-between gap-3"
    >
      <input type="hidden" name="t" value={token} />
      <input type="hidden" name="v" value={visitor} />
      <p className="max-w-sm text-sm">
        Personalised ads are <strong className="font-medium">{isOut ? 'off' : 'allowed'}</strong>{' '}
        {reach}.{' '}
        {isOut
          ? 'Ads still appear, chosen by page and moment.'
          : 'Switched off, ads no longer use anything known about you.'}
      </p>
      <button
        type="submit"
        name="choice"
        value={isOut ? 'in' : 'out'}
        className={buttonStyle({ variant: isOut ? 'secondary' : 'primary' })}
      >
        {isOut ? 'Allow personalised ads' : 'Turn personalised ads off'}
      </button>
    </form>
  )
}
