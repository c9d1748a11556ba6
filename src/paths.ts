import { fileURLToPath } from 'node:url';

/** The project's folders, absolute. Every path of the project starts from one of these. */
const root = new URL('../', import.meta.url);

export const contentFolder = fileURLToPath(new URL('content/', root));
export const localesFolder = fileURLToPath(new URL('locales/', root));
export const dataFolder = fileURLToPath(new URL('data/', root));
