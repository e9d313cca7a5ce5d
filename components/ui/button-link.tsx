import Link from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { buttonStyle, type ButtonStyleProps } from './button-style'
import { cn } from './cn'

interface ButtonLinkProps extends ComponentProps<typeof Link>, ButtonStyleProps {
  icon?: ReactNode
}

export function ButtonLink({
  variant,
  size,
  icon,
  className,
  children,
  ...props
}: ButtonLinkProps) {
  return (
    <Link className={cn(buttonStyle({ variant, size }), className)} {...props}>
      {icon}
      {children}
    </Link>
  )
}
