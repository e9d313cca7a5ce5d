import type { NextConfig } from 'next'

const nextConfig: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  serverExternalPackages: ['pg', 'sharp', '@node-rs/argon2', 'pg-boss', 'pino'],
}

export default nextConfig
