'use client'

import type { AssetResponse } from '@/lib/assets/asset'
import type { FocalPoint } from '@/lib/assets/crop'
import { PicturePoint } from './picture-point'

interface FocalPointPickerProps {
  picture: NonNullable<AssetResponse['picture']>
  altText: string
  focal: FocalPoint
  disabled: boolean
  onFocalChange: (focal: FocalPoint) => void
}

/** The whole picture with the point that no crop may lose. */
export function FocalPointPicker({ focal, onFocalChange, ...picture }: FocalPointPickerProps) {
  return (
    <PicturePoint
      {...picture}
      label="Focal point"
      point={{ x: focal.focalX, y: focal.focalY }}
      onPointChange={({ x, y }) => onFocalChange({ focalX: x, focalY: y })}
    />
  )
}
