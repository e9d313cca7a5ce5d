/** What people type for a page, as the whole address: "shop.example/sale" → "https://shop.example/sale". */
export function completeWebAddress(typed: string): string {
  const text = typed.trim()
  return /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(:\d+)?([/?#]\S*)?$/u.test(text)
    ? `https://${text}`
    : text
}
