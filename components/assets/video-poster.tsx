'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Camera, ImageUp } from 'lucide-react'
import { useRef } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { formatBytes } from '@/components/ui/format-number'
import type { AssetResponse } from '@/lib/assets/asset'
import { formatDuration } from '@/lib/assets/video'
import { captureFrame } from './capture-frame'
import { sendPoster } from './send-poster'
import { PICTURE_ACCEPT } from './upload-rules'
import { ASSETS_KEY } from './use-assets'

interface VideoPosterProps {
  asset: AssetResponse
  video: NonNullable<AssetResponse['video']>
  disabled: boolean
}

/** Plays a video, and makes a frame of it or another picture its poster. */
export function VideoPoster({ asset, video, disabled }: VideoPosterProps) {
  const player = useRef<HTMLVideoElement>(null)
  const fileInput = useRef<HTMLInputElement>(null)
  const queryClient = useQueryClient()
  const save = useMutation({
    mutationFn: async (picture: File | null) => {
      if (picture) return sendPoster(asset.id, picture)
      if (!player.current) throw new Error('The video has not loaded yet.')
      return sendPoster(asset.id, await captureFrame(player.current))
    },
    onSuccess: () => {
      toast.success('Poster saved')
      return queryClient.invalidateQueries({ queryKey: ASSETS_KEY })
    },
    // Shown below.
    onError: () => undefined,
  })
  return (
    <section aria-label="Video" className="space-y-3">
      <video
        ref={player}
        src={video.url}
        poster={asset.picture?.url}
        controls
        muted
        playsInline
        preload="metadata"
        aria-label={asset.altText || asset.name}
        className="bg-subtle max-h-80 w-full rounded-md"
      />
      <p className="text-muted text-xs tabular-nums">
        {formatDuration(video.durationMs)} · {formatBytes(video.fileSizeBytes)} · without sound
      </p>
      {!video.hasPoster && (
        <Callout tone="warning" title="It has no poster yet">
          Ads show the poster until the video plays, and instead of it where motion is not wanted.
          Stop at a good moment and use that frame, or add a picture of your own.
        </Callout>
      )}
      {save.isError && (
        <Callout tone="danger" live title="The poster was not saved">
          {save.error.message}
        </Callout>
      )}
      {!disabled && (
        <div className="flex flex-wrap gap-2">
          <Button
            icon={<Camera aria-hidden />}
            loading={save.isPending && save.variables === null}
            onClick={() => save.mutate(null)}
          >
            Use this frame as the poster
          </Button>
          <Button
            icon={<ImageUp aria-hidden />}
            loading={save.isPending && save.variables !== null}
            onClick={() => fileInput.current?.click()}
          >
            Choose a picture
          </Button>
          <input
            ref={fileInput}
            type="file"
            hidden
            aria-label="Poster"
            accept={Object.keys(PICTURE_ACCEPT).join(',')}
            onChange={({ target }) => {
              const [picture] = target.files ?? []
              if (picture) save.mutate(picture)
              target.value = ''
            }}
          />
        </div>
      )}
    </section>
  )
}
