'use client'

import { useState } from 'react'
import { v4 as createUuid } from 'uuid'
import { Button } from '@/components/ui/button'

type PixelWindow = Window & {
  intarsia?: (
    name: 'conversion',
    conversion: { orderId: string; value: number; currency: string },
  ) => void
}

export function BuyButton({ priceEur }: { priceEur: number }) {
  const [orderId, setOrderId] = useState<string | null>(null)
  const buy = () => {
    const order = `demo-${createUuid()}`
    ;(window as PixelWindow).intarsia?.('conversion', {
      orderId: order,
      value: priceEur,
      currency: 'EUR',
    })
    setOrderId(order)
  }
  if (orderId) {
    return (
      <p role="status" className="text-sm">
        Thank you. The pixel reported order <code className="text-xs">{orderId}</code>. It counts as
        a conversion of the ad you clicked, if you came by one.
      </p>
    )
  }
  return <Button onClick={buy}>Buy now</Button>
}
