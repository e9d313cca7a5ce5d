'use client'

import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { toast } from 'sonner'
import { Button } from './button'
import { IconButton } from './icon-button'

interface CopyButtonProps {
  text: string
  /** What is copied, such as "Copy tag". */
  label?: string
  iconOnly?: boolean
  size?: 'sm' | 'md'
}

export function CopyButton({
  text,
  label = 'Copy',
  iconOnly = false,
  size = 'sm',
}: CopyButtonProps) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
      setTimeout(() => {
        setCopied(false)
      }, 2000)
    } catch {
      toast.error('The browser did not allow copying. Select the text and copy it yourself.')
    }
  }
  const icon = copied ? <Check aria-hidden className="text-positive" /> : <Copy aria-hidden />
  return (
    <>
      {iconOnly ? (
        <IconButton label={label} size={size} onClick={copy}>
          {icon}
        </IconButton>
      ) : (
        <Button size={size} icon={icon} onClick={copy}>
          {copied ? 'Copied' : label}
        </Button>
      )}
      <span role="status" className="sr-only">
        {copied ? 'Copied' : ''}
      </span>
    </>
  )
}
