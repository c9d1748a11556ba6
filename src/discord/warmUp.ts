import { rehearse } from '../flows/rehearse.ts';
import { parseCustomId } from './customId.ts';
import type { Services } from './services.ts';
import { answerCard } from './views/answer.ts';
import { questionChoices } from './views/choices.ts';
import { suggestionList } from './views/suggest.ts';

/** Nobody. */
const asker = '10000000000000000';

/** The first question after a start would otherwise wait for all this code to be compiled. */
export function warmUp({ flows, inLanguage }: Services): void {
  for (const { card, offers, completions } of rehearse(flows)) {
    for (const wording of [inLanguage('ko'), inLanguage('en')]) {
      answerCard({ card, wording, asker, place: 'public', mayShare: true, certain: false });
      suggestionList({ offers, wording, asker, place: 'public' });
      questionChoices(completions, wording);
    }
  }
  parseCustomId(`v1|card|delete|${asker}`);
}
