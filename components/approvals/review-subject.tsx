import { ThemeSwatches } from '@/components/assets/theme-swatches'
import type { AssetResponse } from '@/lib/assets/asset'
import { KIND_LABELS } from '@/lib/assets/kind-labels'
import { nameLocale } from '@/lib/assets/locale'
import { nameCountry } from '@/lib/assets/market'

/** What is to be judged, but for its picture: words at full length, colours, facts. */
export function ReviewSubject({ asset }: { asset: AssetResponse }) {
  const { kind, text, theme, picture, altText, locale, markets, tags, source, version } = asset
  const facts: [string, string][] = [
    ['Kind', KIND_LABELS[kind]],
    ['Language', nameLocale(locale)],
    ['Markets', markets.length === 0 ? 'Everywhere' : markets.map(nameCountry).join(', ')],
    ...(picture
      ? [
          ['Size', `${picture.widthPx} × ${picture.heightPx} px`] as [string, string],
          ['Alternative text', altText === '' ? 'None' : altText] as [string, string],
        ]
      : []),
    ...(source === '' ? [] : [['Source', source] as [string, string]]),
    ...(tags.length === 0 ? [] : [['Tags', tags.join(', ')] as [string, string]]),
    ['Version', String(version)],
  ]
  return (
    <div className="space-y-4">
      {theme && <ThemeSwatches theme={theme} className="h-32 w-full max-w-sm rounded-md border" />}
      {text !== null && (
        <p dir="auto" lang={locale} className="bg-subtle rounded-md p-4 text-lg wrap-anywhere">
          {text}
        </p>
      )}
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
