import type { Role } from '@/lib/workspaces/permission'

export const ROLE_OPTIONS: { value: Role; label: string; description: string }[] = [
  { value: 'owner', label: 'Owner', description: 'Everything, people and API keys included' },
  { value: 'marketer', label: 'Marketer', description: 'Builds, publishes and ends campaigns' },
  { value: 'creative', label: 'Creative', description: 'Uploads and approves assets' },
  { value: 'analyst', label: 'Analyst', description: 'Reads everything, changes nothing' },
]
