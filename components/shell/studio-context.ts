/** Who is looking at the studio, and at which of their workspaces. */
export interface StudioContext {
  user: { name: string; email: string }
  workspaces: { id: string; name: string; role: string }[]
  currentWorkspaceId: string
}
