import type { Problem, Warning } from '../../flows/summary/courier.ts';
import type { ErrorKey, UiKey } from '../../i18n/locales.ts';
import type { Variables, Wording } from '../../i18n/translator.ts';

/** Why nothing was posted, as an error to be thrown or worded. `channel`: an id. */
export function errorOf(
  problem: Problem,
  wording: Wording,
  channel: string,
): { readonly key: ErrorKey; readonly variables: Variables } {
  switch (problem.kind) {
    case 'permission': {
      const key = problem.of === 'bot' ? 'E-PERM' : 'E-PERM-OWN';
      return {
        key,
        variables: { channel: `<#${channel}>`, perm: permissionNames(problem.missing, wording) },
      };
    }
    case 'channel-gone':
      return { key: 'E-NOCHANNEL', variables: {} };
    case 'channel-type':
      return { key: 'E-TYPE', variables: {} };
    case 'no-summary':
      return { key: 'E-NOSUMMARY', variables: {} };
    case 'discord':
      return { key: 'E-REFUSED', variables: {} };
  }
}

/** What failed after posting: one line each. */
export function warningLines(warnings: readonly Warning[], { t }: Wording): readonly string[] {
  return warnings.map((warning) => t(`warning.${warning}`));
}

/** Names of Discord's permissions, such as `EmbedLinks`, as its client calls them. */
export function permissionNames(names: readonly string[], { t }: Wording): string {
  return names.map((name) => t(`permission.${name}` as UiKey)).join(' · ');
}
