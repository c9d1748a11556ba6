import { html, type TemplateResult } from 'lit';
import type { Client } from '../client.ts';
import { icon } from '../icons.ts';
import { avatarView } from '../messages/avatar.ts';
import { roleColorClass, roleColorStyle } from '../messages/roleColor.ts';
import type { Entity } from './entityPicker.ts';

/** The small picture before a person, role or channel in a list. */
export function entityMark(client: Client, { id, kind, color }: Entity): TemplateResult {
  const person = kind === 'user' ? client.person(id) : undefined;
  if (person !== undefined) return avatarView(person, 24);
  return html`<span class="entity-mark ${roleColorClass(color)}" style=${roleColorStyle(color)}>${icon(kind === 'channel' ? 'hash' : 'role')}</span>`;
}
