import type { Pictures } from '../pictures/pictures.ts';
import type { MessageBody } from './views/message.ts';
import type { SummaryMessage } from './views/summary.ts';

/** Summaries as they leave, with their pictures. Rejects where one cannot be drawn: it would not be what was asked for. */
export async function drawSummary(
  pictures: Pictures,
  messages: readonly SummaryMessage[],
): Promise<readonly MessageBody[]> {
  return Promise.all(messages.map((message) => drawMessage(pictures, message)));
}

async function drawMessage(pictures: Pictures, { body, files }: SummaryMessage): Promise<MessageBody> {
  if (files.length === 0) return body;
  const drawn = files.map(async ({ name, description, picture }) => {
    return { name, description, bytes: await pictures.timeline(picture) };
  });
  return { ...body, files: await Promise.all(drawn) };
}
