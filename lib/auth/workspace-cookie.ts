/** Holds the id of the workspace a person is looking at; membership is checked on every request. */
export const WORKSPACE_COOKIE = 'intarsia_workspace'
