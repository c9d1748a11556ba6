import { type BaseInteraction, PermissionFlagsBits } from 'discord.js';
import type { Timeline } from '../flows/timeline.ts';
import type { Wording } from '../i18n/translator.ts';
import type { Context } from './handler.ts';
import { type Send, send } from './reply.ts';
import type { Place } from './views/message.ts';
import { timelineCard, timelinePicture } from './views/timeline.ts';

/** A timeline for `place`: with its picture where files may be attached and it can be drawn, else the text alone. */
export async function showTimeline(
  context: Context,
  { appPermissions }: BaseInteraction,
  {
    timeline,
    wording,
    place,
  }: { readonly timeline: Timeline; readonly wording: Wording; readonly place: Place },
): Promise<Send> {
  const mayAttach = appPermissions.has(PermissionFlagsBits.AttachFiles);
  const png = mayAttach ? await draw(context, timeline, wording) : null;
  return send(timelineCard({ timeline, wording, asker: context.asker.user, place, png }), place);
}

async function draw(
  { pictures, flows }: Context,
  timeline: Timeline,
  wording: Wording,
): Promise<Uint8Array | null> {
  try {
    return await pictures.timeline(timelinePicture(timeline, wording));
  } catch (error) {
    flows.log.error({ error, pack: timeline.pack }, 'picture-failed');
    return null;
  }
}
