import type { DirectiveResult } from 'lit/directive.js';
import { type StyleMapDirective, styleMap } from 'lit/directives/style-map.js';

/** The class of what stands in a role's colour; the stylesheet makes that readable. */
export function roleColorClass(color: string | null): string {
  return color === null ? '' : 'is-role-colored';
}

export function roleColorStyle(color: string | null): DirectiveResult<typeof StyleMapDirective> {
  return styleMap(color === null ? {} : { '--role-color': color });
}
