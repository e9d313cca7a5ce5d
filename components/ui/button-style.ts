import { cva, type VariantProps } from 'class-variance-authority'

export const buttonStyle = cva(
  'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap transition-colors select-none disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-not-allowed aria-disabled:opacity-60 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        primary:
          'border-transparent bg-accent text-accent-foreground hover:bg-accent-hover dark:font-semibold',
        secondary: 'border-border-strong bg-surface text-foreground hover:bg-subtle',
        ghost:
          'border-transparent bg-transparent text-foreground hover:bg-subtle data-[state=open]:bg-subtle',
        danger: 'border-transparent bg-danger text-danger-foreground hover:bg-danger-hover',
        link: 'border-transparent bg-transparent text-accent underline-offset-4 hover:underline',
      },
      size: {
        sm: 'h-7 px-2.5 text-xs pointer-coarse:h-9',
        md: 'h-8 px-3 text-sm pointer-coarse:h-10',
        lg: 'h-10 px-4 text-base',
        'icon-sm': 'size-7 text-xs pointer-coarse:size-9',
        icon: 'size-8 text-sm pointer-coarse:size-10',
      },
    },
    compoundVariants: [{ variant: 'link', class: 'h-auto px-0 pointer-coarse:h-auto' }],
    defaultVariants: { variant: 'secondary', size: 'md' },
  },
)

export type ButtonStyleProps = VariantProps<typeof buttonStyle>
