/** A name within a sentence: whichever way it runs, the words around it keep their own. */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}
