'use client'

import { useEffect, useState } from 'react'
import { formatBytes } from '@/components/ui/format-number'
import { Progress } from '@/components/ui/progress'
import { describeSeconds, estimateSecondsLeft, type UploadSummary } from './upload-item'

const TICK_MS = 1_000

/** All files together: bytes, files, and how long it still takes. */
export function UploadProgress({
  summary,
  startedAtMs,
}: {
  summary: UploadSummary
  startedAtMs: number | null
}) {
  const { files, working, totalBytes, sentBytes } = summary
  const secondsLeft = useSecondsLeft(summary, startedAtMs)
  const finished = files - working
  const share = files === 0 ? 1 : finished / files
  const sentShare = totalBytes === 0 ? 1 : sentBytes / totalBytes
  const label = working > 0 ? 'Uploading' : 'All files have been dealt with'
  const parts = [
    `${finished} of ${files} files`,
    `${formatBytes(sentBytes)} of ${formatBytes(totalBytes)}`,
    ...(working > 0 && secondsLeft !== null ? [describeSeconds(secondsLeft)] : []),
  ]
  return (
    <div className="space-y-1">
      <Progress
        value={working > 0 ? (share + sentShare) / 2 : 1}
        label={label}
        detail={parts.join(' · ')}
        tone={working > 0 ? 'accent' : summary.attention > 0 ? 'warning' : 'positive'}
      />
      <p role="status" className="sr-only">
        {working === 0 &&
          `${finished} files: ${summary.done} done, ${summary.attention} to look at.`}
      </p>
    </div>
  )
}

function useSecondsLeft(summary: UploadSummary, startedAtMs: number | null): number | null {
  const [begin, setBegin] = useState<{ at: number; bytes: number; files: number } | null>(null)
  const [nowMs, setNowMs] = useState(0)
  const finished = summary.files - summary.working
  if (startedAtMs !== null && begin?.at !== startedAtMs) {
    setBegin({ at: startedAtMs, bytes: summary.sentBytes, files: finished })
  }
  useEffect(() => {
    if (startedAtMs === null) return undefined
    const timer = setInterval(() => setNowMs(performance.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [startedAtMs])
  if (startedAtMs === null || !begin) return null
  return estimateSecondsLeft(
    {
      doneBytes: summary.sentBytes - begin.bytes,
      doneFiles: finished - begin.files,
      elapsedMs: nowMs - startedAtMs,
    },
    { bytes: summary.totalBytes - summary.sentBytes, files: summary.working },
  )
}
