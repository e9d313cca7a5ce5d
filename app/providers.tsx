'use client'

import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { ThemeProvider } from 'next-themes'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { useState, type ReactNode } from 'react'
import { toast } from 'sonner'
import { ApiProblem } from '@/components/api/api-problem'
import { Toaster } from '@/components/ui/toaster'
import { TooltipProvider } from '@/components/ui/tooltip'

const isRefusal = (error: Error) =>
  error instanceof ApiProblem && error.status >= 400 && error.status < 500

/** A session that ended while the tab was open; signing in beside it keeps what is not saved here. */
function offerSignIn(error: Error): boolean {
  if (!(error instanceof ApiProblem) || error.status !== 401) return false
  toast.error('You were signed out', {
    id: 'signed-out',
    duration: Infinity,
    description: 'Sign in in another tab, then go on here.',
    action: { label: 'Sign in', onClick: () => window.open('/sign-in', '_blank') },
  })
  return true
}

function createQueryClient() {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => failures < 2 && !isRefusal(error),
        networkMode: 'always',
      },
      // Without a connection a request fails and says so, rather than waiting in silence.
      mutations: { networkMode: 'always' },
    },
    queryCache: new QueryCache({ onError: (error) => void offerSignIn(error) }),
    mutationCache: new MutationCache({
      onError: (error, _variables, _result, mutation) => {
        if (!offerSignIn(error) && !mutation.options.onError) toast.error(error.message)
      },
    }),
  })
}

export function Providers({ nonce, children }: { nonce?: string; children: ReactNode }) {
  const [queryClient] = useState(createQueryClient)
  return (
    <ThemeProvider attribute="class" disableTransitionOnChange nonce={nonce}>
      <QueryClientProvider client={queryClient}>
        <NuqsAdapter>
          <TooltipProvider delayDuration={400}>{children}</TooltipProvider>
        </NuqsAdapter>
      </QueryClientProvider>
      <Toaster />
    </ThemeProvider>
  )
}
