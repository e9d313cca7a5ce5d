import type { PictureKind } from '@/lib/assets/asset'

/** What the server takes, checked before a byte is sent. It looks at the content itself again. */
export const PICTURE_ACCEPT = {
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
  'image/webp': ['.webp'],
  'image/avif': ['.avif'],
  'image/gif': ['.gif'],
}
export const PICTURE_MAX_BYTES = 10_000_000
export const PICTURE_HINT = 'JPEG, PNG, WebP, AVIF or GIF, up to 10 MB each'

export const REFUSED_TYPE =
  'This kind of file is not accepted. Save it as JPEG, PNG or WebP and add it again.'

export const PICTURE_KINDS: { value: PictureKind; label: string }[] = [
  { value: 'image', label: 'Pictures' },
  { value: 'logo', label: 'Logos' },
  { value: 'background', label: 'Backgrounds' },
]
