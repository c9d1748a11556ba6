/** The custom ids of a message, in order. */
export function customIds(message: unknown): string[] {
  return [...JSON.stringify(message).matchAll(/"custom_id":"([^"]+)"/g)].map(([, id = '']) => id);
}
