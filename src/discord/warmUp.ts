import { setImmediate as turn } from 'node:timers/promises';
import { rehearse } from '../flows/rehearse.ts';
import { parseCustomId } from './customId.ts';
import type { Services } from './services.ts';
import { answerCard } from './views/answer.ts';
import { questionChoices } from './views/choices.ts';
import { suggestionList } from './views/suggest.ts';

/** Nobody. */
const asker = '10000000000000000';

/**
 * The first question after a start would otherwise have the search built, and wait for all this code to be compiled. One pair
 * at a time: whoever asks meanwhile comes in between.
 */
export async function warmUp({ flows, inLanguage }: Services): Promise<void> {
  for await (const { card, offers, completions } of rehearse(flows)) {
    for (const wording of [inLanguage('ko'), inLanguage('en')]) {
      answerCard({ card, wording, asker, place: 'public', mayShare: true, certain: false });
      suggestionList({ offers, wording, asker, place: 'public' });
      questionChoices(completions, wording);
    }
    await turn();
  }
  parseCustomId(`v1|card|delete|${asker}`);
}
