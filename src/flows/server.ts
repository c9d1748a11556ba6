/**
 * What a server has settled for its public posts and its moderators. As long as there are no settings, it is the
 * same for all, and what Discord says of it.
 */

const zone = 'Asia/Seoul';

/** IANA name of the time zone in which the server's moderators write times. */
export function zoneOf(_guild: string): string {
  return zone;
}

/** `preferredLocale`: Discord's, such as `ko` or `en-US`. */
export function serverLanguageOf({ preferredLocale }: { readonly preferredLocale: string }): 'ko' | 'en' {
  return preferredLocale === 'ko' ? 'ko' : 'en';
}
