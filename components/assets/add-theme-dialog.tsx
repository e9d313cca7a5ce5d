'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { requestApi } from '@/components/api/request-api'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { assetResponseSchema } from '@/lib/assets/asset'
import { type Theme, themeSchema } from '@/lib/assets/theme'
import { ThemeFields } from './theme-fields'
import { ASSETS_KEY } from './use-assets'

const FIRST: Theme = {
  backgroundColor: '#ffffff',
  textColor: '#16181d',
  accentColor: '#1f5eff',
  accentTextColor: '#ffffff',
}

interface AddThemeDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  onCreated: (assetId: string) => void
}

export function AddThemeDialog({ open, onOpenChange, onCreated }: AddThemeDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      {open && (
        <DialogContent
          title="Colours that go together"
          description="Of a season, a market, a mood. In an ad they take the place of the design's own."
        >
          <ThemeForm
            onCreated={(assetId) => {
              onOpenChange(false)
              onCreated(assetId)
            }}
          />
        </DialogContent>
      )}
    </Dialog>
  )
}

function ThemeForm({ onCreated }: { onCreated: (assetId: string) => void }) {
  const queryClient = useQueryClient()
  const [name, setName] = useState('')
  const [theme, setTheme] = useState(FIRST)
  const create = useMutation({
    mutationFn: () =>
      requestApi('/api/v1/assets/theme', assetResponseSchema, {
        method: 'POST',
        body: { name, theme },
      }),
    onSuccess: ({ id }) => onCreated(id),
    // The form shows the refusal itself.
    onError: () => undefined,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ASSETS_KEY }),
  })
  const isReady = name.trim() !== '' && themeSchema.safeParse(theme).success
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) create.mutate()
      }}
    >
      <Field label="Name">
        <Input value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
      </Field>
      <ThemeFields theme={theme} disabled={false} onThemeChange={setTheme} />
      {create.isError && <Callout tone="danger">{create.error.message}</Callout>}
      <div className="flex justify-end">
        <Button type="submit" variant="primary" loading={create.isPending} disabled={!isReady}>
          Add colours
        </Button>
      </div>
    </form>
  )
}
