interface LogoProps {
  className?: string
}

/** Tumbling blocks, the oldest motif of wood inlay: three rhombs that read as a cube. */
export function LogoMark({ className }: LogoProps) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden className={className}>
      <path d="M12 1.2 21.4 6.6 12 12 2.6 6.6Z" className="fill-[#d8ad74] dark:fill-[#e3bd8a]" />
      <path d="M12 1.2 16.7 3.9 7.3 9.3 2.6 6.6Z" className="fill-[#c48f52] dark:fill-[#cf9d63]" />
      <path d="M2.6 7.6 11.5 12.8V22.8L2.6 17.6Z" className="fill-[#5f3a22] dark:fill-[#8f6142]" />
      <path d="M21.4 7.6 12.5 12.8V22.8L21.4 17.6Z" className="fill-accent" />
    </svg>
  )
}

export function Logo() {
  return (
    <span className="inline-flex items-center gap-2 text-base font-semibold tracking-tight">
      <LogoMark className="size-5" />
      Intarsia
    </span>
  )
}
