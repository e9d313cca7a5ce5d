import { adSizeSchema, AD_SIZES } from '@/lib/decision/ad-size'
import type { AssetKind, SnapshotAsset } from '@/lib/decision/snapshot'
import type { SampleName } from './template-api'

type Copy = Readonly<Record<'headline' | 'body' | 'cta' | 'disclaimer', string>>

const COPIES: Readonly<Record<Exclude<SampleName, 'defaults'>, Copy & { locale: string }>> = {
  usual: {
    locale: 'en',
    headline: 'Boots that keep the weather out',
    body: 'Made by hand from one piece of leather, and mended for as long as you wear them.',
    cta: 'Find your pair',
    disclaimer: 'Delivery in 3 to 5 days.',
  },
  long: {
    locale: 'de',
    headline: 'Wasserabweisende Hochgebirgswanderstiefel für Unerschütterliche in jeder Witterung',
    body: 'Handwerkskunst aus Donaudampfschifffahrtsgesellschaftszeiten, rahmengenäht und über Jahrzehnte instandsetzungsfähig, mit Zufriedenheitsgarantie.',
    cta: 'Jetzt Verfügbarkeit prüfen',
    disclaimer: 'Versandkostenfrei ab 49 Euro Bestellwert innerhalb Deutschlands und Österreichs.',
  },
  rtl: {
    locale: 'ar',
    headline: 'أحذية تحميك من كل طقس',
    body: 'مصنوعة يدويا من قطعة جلد واحدة، ونصلحها لك ما دمت تلبسها.',
    cta: 'اختر حذاءك',
    disclaimer: 'التوصيل خلال 3 إلى 5 أيام.',
  },
}

const PICTURES: Readonly<Record<'image' | 'logo', string>> = {
  image: '/samples/picture.svg',
  logo: '/samples/logo.svg',
}

/** What a template is looked at with: usual copy, far too long words, right to left, or nothing. */
export function sampleAssets(name: SampleName): Readonly<Record<string, SnapshotAsset>> {
  return SAMPLES[name]
}

function makeSample(name: SampleName): Record<string, SnapshotAsset> {
  const pictures = { image: picture('image'), logo: picture('logo') }
  if (name === 'defaults') return pictures
  const { locale, ...copy } = COPIES[name]
  const texts = Object.entries(copy).map(([kind, text]): [string, SnapshotAsset] => [
    kind,
    { id: kind, kind: kind as keyof Copy, name: kind, text, altText: '', renditions: [], locale },
  ])
  return { ...pictures, ...Object.fromEntries(texts) }
}

function picture(kind: 'image' | 'logo'): SnapshotAsset {
  const renditions = adSizeSchema.options.map((size) => ({
    ...{ size, format: 'svg', url: PICTURES[kind], fileSizeBytes: 20_000 },
    ...(kind === 'logo'
      ? { widthPx: 120, heightPx: 32 }
      : { widthPx: AD_SIZES[size].widthPx, heightPx: AD_SIZES[size].heightPx }),
  }))
  const named: Pick<SnapshotAsset, 'kind'> & { kind: AssetKind } = { kind }
  return { id: kind, name: kind, text: null, altText: 'A sample', renditions, ...named }
}

const SAMPLES: Readonly<Record<SampleName, Record<string, SnapshotAsset>>> = {
  usual: makeSample('usual'),
  long: makeSample('long'),
  rtl: makeSample('rtl'),
  defaults: makeSample('defaults'),
}
