import type { Metadata } from 'next'
import { ReportList } from '@/components/reports/report-list'

export const metadata: Metadata = { title: 'Reports' }

export default function ReportsPage() {
  return <ReportList />
}
