import type { FileView } from '../../protocol.ts';

/** Bytes that Discord takes from a person without a subscription. */
const limit = 10 * 1024 * 1024;

export function isTooLarge({ base64 }: FileView): boolean {
  // Three bytes stand in four characters.
  return Math.floor((base64.replace(/=+$/, '').length * 3) / 4) > limit;
}
